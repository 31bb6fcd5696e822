       IDENTIFICATION DIVISION.
       PROGRAM-ID.    BYS090.
       AUTHOR.        H. RUYGENBOSCH.
      *-----------------------------------------------------------------
      * BIJSTAND - TEKST BIJ FOUTCODE (DYNAMISCH AANGEROEPEN)
      *-----------------------------------------------------------------
       ENVIRONMENT DIVISION.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01  FOUT-TEKSTEN.
           05  FILLER  PIC X(42)  VALUE
               '11BSN NIET NUMERIEK OF NUL'.
           05  FILLER  PIC X(42)  VALUE
               '12BSN VOLDOET NIET AAN DE ELFPROEF'.
           05  FILLER  PIC X(42)  VALUE
               '13NAAM, ADRES OF POSTCODE ONVOLLEDIG'.
           05  FILLER  PIC X(42)  VALUE
               '14IBAN ONJUIST'.
           05  FILLER  PIC X(42)  VALUE
               '15GEBOORTEDATUM ONJUIST'.
           05  FILLER  PIC X(42)  VALUE
               '21VERMOGEN BOVEN DE GRENS'.
           05  FILLER  PIC X(42)  VALUE
               '22JONGER DAN 18 JAAR'.
           05  FILLER  PIC X(42)  VALUE
               '23LEEFVORM ONBEKEND'.
           05  FILLER  PIC X(42)  VALUE
               '24GEEN NORMBEDRAG BIJ NORMCODE'.
           05  FILLER  PIC X(42)  VALUE
               '25MAATREGELPERCENTAGE BOVEN 100'.
           05  FILLER  PIC X(42)  VALUE
               '31INKOMST ZONDER CLIENT'.
       01  FOUT-TABEL REDEFINES FOUT-TEKSTEN.
           05  FOUT-INGANG             OCCURS 11 TIMES
                                       INDEXED BY FOUT-INX.
               10  FOUT-NR             PIC 99.
               10  FOUT-OMS            PIC X(40).
       LINKAGE SECTION.
       01  LK-CODE                     PIC 99.
       01  LK-TEKST                    PIC X(40).
       PROCEDURE DIVISION USING LK-CODE LK-TEKST.
       0000-ZOEK.
           SET FOUT-INX TO 1.
           SEARCH FOUT-INGANG
               AT END
                   MOVE 'ONBEKENDE FOUTCODE' TO LK-TEKST
               WHEN FOUT-NR (FOUT-INX) = LK-CODE
                   MOVE FOUT-OMS (FOUT-INX) TO LK-TEKST.
           GOBACK.
