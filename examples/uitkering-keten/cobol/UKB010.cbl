       IDENTIFICATION DIVISION.
       PROGRAM-ID.    UKB010.
      *-----------------------------------------------------------------
      * UITKERING - MUTATIES VERWERKEN (BATCH)
      *-----------------------------------------------------------------
       ENVIRONMENT DIVISION.
       INPUT-OUTPUT SECTION.
       FILE-CONTROL.
           SELECT MUTATIES ASSIGN TO MUTATIE.
           SELECT FOUTEN   ASSIGN TO UT-S-FOUTEN.
       DATA DIVISION.
       FILE SECTION.
       FD  MUTATIES.
       COPY UKMUT.
       FD  FOUTEN.
       01  FOUT-REGEL              PIC X(80).
       WORKING-STORAGE SECTION.
       01  WS-EINDE                PIC X        VALUE 'N'.
       01  WS-MODULE               PIC X(8)     VALUE 'UKS100'.
       COPY UKREKEN.
       PROCEDURE DIVISION.
       0000-HOOFD.
           OPEN INPUT MUTATIES OUTPUT FOUTEN.
           PERFORM 1000-LEES.
           PERFORM 2000-VERWERK UNTIL WS-EINDE = 'J'.
           CLOSE MUTATIES FOUTEN.
           GOBACK.
       1000-LEES.
           READ MUTATIES AT END MOVE 'J' TO WS-EINDE.
       2000-VERWERK.
           MOVE MUT-NUMMER TO RK-NUMMER.
           MOVE MUT-BEDRAG TO RK-BEDRAG.
           CALL WS-MODULE USING UK-REKEN.
           IF MUT-EXIT NOT = SPACES
               CALL MUT-EXIT USING UK-REKEN.
           IF RK-CODE NOT = ZERO
               CALL 'UKS900' USING RK-CODE FOUT-REGEL
               WRITE FOUT-REGEL.
           PERFORM 1000-LEES.
       8000-OUD.
           DISPLAY 'NIET MEER IN GEBRUIK'.
