       IDENTIFICATION DIVISION.
       PROGRAM-ID.    UKB020.
      *-----------------------------------------------------------------
      * UITKERING - BETAALBESTAND MAKEN (BATCH, DB2)
      *-----------------------------------------------------------------
       ENVIRONMENT DIVISION.
       INPUT-OUTPUT SECTION.
       FILE-CONTROL.
           SELECT BETALEN ASSIGN TO BETAAL.
       DATA DIVISION.
       FILE SECTION.
       FD  BETALEN.
       01  BETAAL-REGEL            PIC X(120).
       WORKING-STORAGE SECTION.
           EXEC SQL INCLUDE SQLCA END-EXEC.
           EXEC SQL INCLUDE UKTUITK END-EXEC.
       COPY UKREKEN.
           EXEC SQL
               DECLARE C1 CURSOR FOR
               SELECT U.NUMMER, U.BEDRAG
               FROM UITKERING U
               JOIN CLIENT C ON C.NUMMER = U.NUMMER
               WHERE U.STATUS = 'A'
           END-EXEC.
       PROCEDURE DIVISION.
       0000-HOOFD.
           OPEN OUTPUT BETALEN.
           EXEC SQL OPEN C1 END-EXEC.
           PERFORM 1000-BETAAL UNTIL SQLCODE NOT = ZERO.
           EXEC SQL CLOSE C1 END-EXEC.
           CLOSE BETALEN.
           GOBACK.
       1000-BETAAL.
           EXEC SQL FETCH C1 INTO :UK-NUMMER, :UK-BEDRAG END-EXEC.
           MOVE UK-NUMMER TO RK-NUMMER.
           MOVE UK-BEDRAG TO RK-BEDRAG.
           CALL 'UKS100' USING UK-REKEN.
           EXEC SQL
               UPDATE UITKERING SET STATUS = 'B'
               WHERE NUMMER = :UK-NUMMER
           END-EXEC.
           EXEC SQL
               CALL PKG_UITKERING.LOG_BETALING(:UK-NUMMER)
           END-EXEC.
           WRITE BETAAL-REGEL.
