       IDENTIFICATION DIVISION.
       PROGRAM-ID. COB10.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01  AMOUNT PIC X(8).
       PROCEDURE DIVISION.
       MAIN-LINE.
      * ruleid: COB10
           EXAMINE AMOUNT REPLACING ALL ' ' BY '0'.
      * ruleid: COB10
           TRANSFORM AMOUNT CHARACTERS FROM ' ' TO '0'.
      * ruleid: COB10
           EXHIBIT NAMED AMOUNT.
      * ok: COB10
           INSPECT AMOUNT REPLACING ALL ' ' BY '0'.
      * ok: COB10
           DISPLAY 'EXHIBIT'.
           STOP RUN.
