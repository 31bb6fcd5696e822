       IDENTIFICATION DIVISION.
       PROGRAM-ID. COB16.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01  CLIENT.
           05  BIRTH-DATE.
      * ruleid: COB16
               10  BIRTH-YY PIC 99.
      * ok: COB16
               10  BIRTH-MM PIC 99.
           05  DECISION-DATE.
               10  DECISION-CC PIC 99.
      * ok: COB16
               10  DECISION-YY PIC 99.
      * ruleid: COB16
           05  GEB-JJ PIC 9(2).
      * ok: COB16
           05  TAX-YEAR PIC 9(4).
      * ok: COB16
           05  YEARS-OF-RESIDENCE PIC 99.
       PROCEDURE DIVISION.
       MAIN-LINE.
           STOP RUN.
