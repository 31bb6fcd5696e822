       IDENTIFICATION DIVISION.
       PROGRAM-ID. COB13.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01  AGE PIC 99 VALUE 66.
       PROCEDURE DIVISION.
       MAIN-LINE.
      * ruleid: COB13
           IF AGE < 67
               DISPLAY 'WORKING'
      * ruleid: COB13
               IF AGE < 18
                   DISPLAY 'MINOR'
               ELSE
                   DISPLAY 'ADULT'.
      * ok: COB13
           IF AGE > 66
               DISPLAY 'PENSION'
           END-IF.
           EVALUATE TRUE
               WHEN AGE > 66
      * ruleid: COB13
                   IF AGE > 99
                       DISPLAY 'OLD'
               WHEN OTHER
                   CONTINUE
           END-EVALUATE.
           STOP RUN.
