       IDENTIFICATION DIVISION.
       PROGRAM-ID.    UKS100.
      *-----------------------------------------------------------------
      * UITKERING - REKENMODULE (BATCH EN CICS)
      *-----------------------------------------------------------------
       DATA DIVISION.
       WORKING-STORAGE SECTION.
           EXEC SQL INCLUDE SQLCA END-EXEC.
       01  WS-NORM                 PIC S9(7)V99 COMP-3.
       LINKAGE SECTION.
       COPY UKREKEN.
       PROCEDURE DIVISION USING UK-REKEN.
       0000-REKEN.
           EXEC SQL
               SELECT BEDRAG INTO :WS-NORM FROM NORM
               WHERE CODE = 'A'
           END-EXEC.
           IF SQLCODE NOT = ZERO
               MOVE 8 TO RK-CODE
               GO TO 9000-EINDE.
           ADD WS-NORM TO RK-BEDRAG.
           MOVE ZERO TO RK-CODE.
       9000-EINDE.
           GOBACK.
