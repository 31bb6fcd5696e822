       IDENTIFICATION DIVISION.
       PROGRAM-ID. COB15.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01  KIND PIC 99 VALUE 3.
       PROCEDURE DIVISION.
      * ok: COB15
       MAIN-LINE.
           PERFORM SHOW-KIND
           STOP RUN.
      * ruleid: COB15
       SHOW-KIND.
           EVALUATE KIND
               WHEN 01 DISPLAY 'KIND 01'
               WHEN 02 DISPLAY 'KIND 02'
               WHEN 03 DISPLAY 'KIND 03'
               WHEN 04 DISPLAY 'KIND 04'
               WHEN 05 DISPLAY 'KIND 05'
               WHEN 06 DISPLAY 'KIND 06'
               WHEN 07 DISPLAY 'KIND 07'
               WHEN 08 DISPLAY 'KIND 08'
               WHEN 09 DISPLAY 'KIND 09'
               WHEN 10 DISPLAY 'KIND 10'
               WHEN 11 DISPLAY 'KIND 11'
               WHEN 12 DISPLAY 'KIND 12'
               WHEN 13 DISPLAY 'KIND 13'
               WHEN OTHER DISPLAY 'UNKNOWN'
           END-EVALUATE
           IF KIND > 13
               DISPLAY 'NEW'
           END-IF.
