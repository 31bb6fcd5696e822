       IDENTIFICATION DIVISION.
       PROGRAM-ID. COB09.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
      * ok: COB09
           COPY CLIENT.
      * ruleid: COB09
           COPY CLIENT REPLACING ==:TAG:== BY ==OLD==.
       PROCEDURE DIVISION.
       MAIN-LINE.
           STOP RUN.
