       IDENTIFICATION DIVISION.
       PROGRAM-ID. COB06.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01  TODAY PIC 9(8).
       PROCEDURE DIVISION.
       MAIN-LINE.
      * ruleid: COB06
           ACCEPT TODAY FROM DATE
      * ruleid: COB06
           ACCEPT TODAY FROM DAY
      * ok: COB06
           ACCEPT TODAY FROM DATE YYYYMMDD
      * ok: COB06
           ACCEPT TODAY FROM TIME
      * ok: COB06
           ACCEPT TODAY
           STOP RUN.
