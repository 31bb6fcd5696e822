       IDENTIFICATION DIVISION.
       PROGRAM-ID. COB03.
       PROCEDURE DIVISION.
       MAIN-LINE.
      * ruleid: COB03
           PERFORM READ-RECORD THRU READ-RECORD-EXIT
      * ruleid: COB03
           PERFORM READ-RECORD THROUGH READ-RECORD-EXIT 2 TIMES
      * ok: COB03
           PERFORM READ-RECORD
      * ok: COB03
           PERFORM 2 TIMES
               CONTINUE
           END-PERFORM
           STOP RUN.
       READ-RECORD.
           DISPLAY 'THRU'.
       READ-RECORD-EXIT.
           EXIT.
