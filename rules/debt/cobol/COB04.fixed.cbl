       IDENTIFICATION DIVISION.
       PROGRAM-ID. COB04.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01  AGE PIC 99 VALUE 66.
       PROCEDURE DIVISION.
       MAIN-LINE.
           IF AGE < 67
      * ruleid: COB04
               CONTINUE
           ELSE
               DISPLAY 'PENSION'.
           IF AGE < 18
      * ok: COB04
               CONTINUE
           ELSE
               DISPLAY 'ADULT'.
           STOP RUN.
