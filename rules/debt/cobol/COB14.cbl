       IDENTIFICATION DIVISION.
       PROGRAM-ID. COB14.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
      * ruleid: COB14
       77  COUNTER PIC 9(4).
      * ok: COB14
       01  TOTALS.
      * ok: COB14
           05  TOTAL-77 PIC 9(4) VALUE 77.
       PROCEDURE DIVISION.
       MAIN-LINE.
           STOP RUN.
