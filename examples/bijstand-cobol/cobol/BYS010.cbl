000100 IDENTIFICATION DIVISION.                                         BYS010
000200 PROGRAM-ID.    BYS010.                                           BYS010
000300 AUTHOR.        H. RUYGENBOSCH.                                   BYS010
000400 INSTALLATION.  GEMEENTE MEERWIJK - AFD. AUTOMATISERING.          BYS010
000500 DATE-WRITTEN.  MEI 1991.                                         BYS010
000600*-----------------------------------------------------------------BYS010
000700* BIJSTAND MAANDVERWERKING - HOOFDPROGRAMMA                       BYS010
000800*                                                                 BYS010
000900* LEEST DE PARAMETERKAARTEN, HET CLIENTBESTAND EN HET INKOMSTEN-  BYS010
001000* BESTAND (BEIDE OP CLIENTNUMMER GESORTEERD), LAAT PER CLIENT DE  BYS010
001100* UITKERING BEREKENEN DOOR BYS020 EN SCHRIJFT BETAAL- EN FOUT-    BYS010
001200* RECORDS.                                                        BYS010
001300*                                                                 BYS010
001400* RETURNCODES:   0  GEEN BIJZONDERHEDEN                           BYS010
001500*                4  ER ZIJN FOUTRECORDS GESCHREVEN                BYS010
001600*               16  AFGEBROKEN                                    BYS010
001700*                                                                 BYS010
001800* WIJZIGINGEN                                                     BYS010
001900* 910513 HR  EERSTE VERSIE                                        BYS010
002000* 950220 HR  INKOMSTEN UIT APART BESTAND                          BYS010
002100* 981103 HR  EEUWVENSTER, ZIE COPYBOOK BYSDATP                    HRUYGENB
002200* 011119 WZ  EURO                                                 WZANDVRD
002300* 071126 WZ  SOFINUMMER WORDT BURGERSERVICENUMMER                 WZANDVRD
002400* 140106 OB  SEPA: IBAN IN PLAATS VAN REKENINGNUMMER              OBRAMELA
002500* 150112 OB  KOSTENDELERSNORM                                     OBRAMELA
002600* STORING BUITEN KANTOORUREN: O. BRAMELAAR, 06-00000417           OBRAMELA
002700*-----------------------------------------------------------------BYS010
002800 ENVIRONMENT DIVISION.                                            BYS010
002900 CONFIGURATION SECTION.                                           BYS010
003000 SOURCE-COMPUTER. IBM-370.                                        BYS010
003100 OBJECT-COMPUTER. IBM-370.                                        BYS010
003200 SPECIAL-NAMES.                                                   BYS010
003300     DECIMAL-POINT IS COMMA.                                      BYS010
003400 INPUT-OUTPUT SECTION.                                            BYS010
003500 FILE-CONTROL.                                                    BYS010
003600     SELECT PARM-IN    ASSIGN TO UT-S-PARMIN                      BYS010
003700            FILE STATUS IS WS-ST-PARM.                            BYS010
003800     SELECT CLIENT-IN  ASSIGN TO UT-S-CLIENT                      BYS010
003900            FILE STATUS IS WS-ST-CLIENT.                          BYS010
004000     SELECT INKOMST-IN ASSIGN TO UT-S-INKOMST                     BYS010
004100            FILE STATUS IS WS-ST-INK.                             BYS010
004200     SELECT BETAAL-UIT ASSIGN TO UT-S-BETAAL                      BYS010
004300            FILE STATUS IS WS-ST-BET.                             BYS010
004400     SELECT FOUT-UIT   ASSIGN TO UT-S-FOUTEN                      BYS010
004500            FILE STATUS IS WS-ST-FOUT.                            BYS010
004600/                                                                 BYS010
004700 DATA DIVISION.                                                   BYS010
004800 FILE SECTION.                                                    BYS010
004900 FD  PARM-IN                                                      BYS010
005000     LABEL RECORDS ARE STANDARD                                   BYS010
005100     RECORDING MODE IS F                                          BYS010
005200     BLOCK CONTAINS 0 RECORDS.                                    BYS010
005300     COPY BYSPARM.                                                BYS010
005400 FD  CLIENT-IN                                                    BYS010
005500     LABEL RECORDS ARE STANDARD                                   BYS010
005600     RECORDING MODE IS F                                          BYS010
005700     BLOCK CONTAINS 0 RECORDS.                                    BYS010
005800     COPY BYSCLNT REPLACING ==:X:== BY ==CL==.                    BYS010
005900 FD  INKOMST-IN                                                   BYS010
006000     LABEL RECORDS ARE STANDARD                                   BYS010
006100     RECORDING MODE IS F                                          BYS010
006200     BLOCK CONTAINS 0 RECORDS.                                    BYS010
006300     COPY BYSINK.                                                 BYS010
006400 FD  BETAAL-UIT                                                   BYS010
006500     LABEL RECORDS ARE STANDARD                                   BYS010
006600     RECORDING MODE IS F                                          BYS010
006700     BLOCK CONTAINS 0 RECORDS.                                    BYS010
006800     COPY BYSBET REPLACING ==:X:== BY ==BT==.                     BYS010
006900 FD  FOUT-UIT                                                     BYS010
007000     LABEL RECORDS ARE STANDARD                                   BYS010
007100     RECORDING MODE IS F                                          BYS010
007200     BLOCK CONTAINS 0 RECORDS.                                    BYS010
007300 01  FOUT-REGEL                  PIC X(100).                      BYS010
007400/                                                                 BYS010
007500 WORKING-STORAGE SECTION.                                         BYS010
007600 77  WS-ST-PARM                  PIC XX      VALUE '00'.          BYS010
007700 77  WS-ST-CLIENT                PIC XX      VALUE '00'.          BYS010
007800 77  WS-ST-INK                   PIC XX      VALUE '00'.          BYS010
007900 77  WS-ST-BET                   PIC XX      VALUE '00'.          BYS010
008000 77  WS-ST-FOUT                  PIC XX      VALUE '00'.          BYS010
008100 77  WS-IX                       PIC S9(4)   COMP.                BYS010
008200 77  WS-IY                       PIC S9(4)   COMP.                BYS010
008300 77  WS-GEWICHT                  PIC S9(4)   COMP.                BYS010
008400 77  WS-ELFSOM                   PIC S9(4)   COMP.                BYS010
008500 77  WS-QUOT                     PIC S9(8)   COMP.                BYS010
008600 77  WS-REST                     PIC S9(4)   COMP.                BYS010
008700 77  WS-MOD97                    PIC S9(8)   COMP.                OBRAMELA
008800 77  WS-HULP                     PIC S9(8)   COMP.                OBRAMELA
008900 77  WS-MAX-INK                  PIC S9(4)   COMP VALUE +8.       BYS010
009000 77  WS-MAX-NORM                 PIC S9(4)   COMP VALUE +20.      BYS010
009100 77  WS-VORIGE-CLIENT            PIC 9(7)    VALUE ZERO.          BYS010
009200 77  WS-FOUTCODE                 PIC 99      VALUE ZERO.          BYS010
009300 77  WS-BERICHT                  PIC X(40)   VALUE SPACES.        BYS010
009400 77  WS-MODULE                   PIC X(8)    VALUE 'BYS090  '.    BYS010
009500* TESTCLIENT VAN DE AFDELING, STAAT IN PRODUKTIE: NIET BETALEN    BYS010
009600 77  WS-TESTCLIENT-BSN           PIC 9(9)    VALUE 999990019.     BYS010
009700 77  WS-TESTCLIENT-NAAM          PIC X(25)                        BYS010
009800                                 VALUE 'PROEFSTRA-MEERWIJK'.      BYS010
009900*                                                                 BYS010
010000 01  WS-SCHAKELAARS.                                              BYS010
010100     05  WS-CLIENT-SW            PIC X       VALUE 'N'.           BYS010
010200         88  EINDE-CLIENT                    VALUE 'J'.           BYS010
010300     05  WS-INKOMST-SW           PIC X       VALUE 'N'.           BYS010
010400         88  EINDE-INKOMST                   VALUE 'J'.           BYS010
010500     05  WS-PARM-SW              PIC X       VALUE 'N'.           BYS010
010600         88  EINDE-PARM                      VALUE 'J'.           BYS010
010700     05  WS-PERIODE-SW           PIC X       VALUE 'N'.           BYS010
010800         88  PERIODE-GELEZEN                 VALUE 'J'.           BYS010
010900*                                                                 BYS010
011000 01  WS-TELLERS                  COMP-3.                          BYS010
011100     05  WS-TEL-CLIENT           PIC S9(7)   VALUE ZERO.          BYS010
011200     05  WS-TEL-INKOMST          PIC S9(7)   VALUE ZERO.          BYS010
011300     05  WS-TEL-INK-ANDER        PIC S9(7)   VALUE ZERO.          BYS010
011400     05  WS-TEL-INK-TEVEEL       PIC S9(7)   VALUE ZERO.          BYS010
011500     05  WS-TEL-INK-WEES         PIC S9(7)   VALUE ZERO.          BYS010
011600     05  WS-TEL-OVERGESLAGEN     PIC S9(7)   VALUE ZERO.          BYS010
011700     05  WS-TEL-BETAAL           PIC S9(7)   VALUE ZERO.          BYS010
011800     05  WS-TEL-FOUT             PIC S9(7)   VALUE ZERO.          BYS010
011900     05  WS-SOM-INKOMST          PIC S9(9)V99 VALUE ZERO.         BYS010
012000     05  WS-SOM-UITBETALEN       PIC S9(9)V99 VALUE ZERO.         BYS010
012100     05  WS-SOM-VAKANTIE         PIC S9(9)V99 VALUE ZERO.         BYS010
012200*                                                                 BYS010
012300 01  WS-PERIODE-GEBIED.                                           BYS010
012400     05  WS-PERIODE.                                              BYS010
012500         10  WS-PER-JJ           PIC 99.                          BYS010
012600         10  WS-PER-MM           PIC 99.                          BYS010
012700     05  WS-PERIODE-EEJJMM       PIC 9(6).                        BYS010
012800     05  WS-INGANG-EEJJMM        PIC 9(6).                        BYS010
012900     05  WS-EINDE-EEJJMM         PIC 9(6).                        BYS010
013000     05  WS-VERWERKDAT           PIC 9(6).                        BYS010
013100*                                                                 BYS010
013200 01  WS-IBAN-DRAAI               PIC X(18).                       OBRAMELA
013300 01  WS-IBAN-TABEL REDEFINES WS-IBAN-DRAAI.                       OBRAMELA
013400     05  WS-IBAN-TEKEN           PIC X       OCCURS 18.           OBRAMELA
013500 01  WS-CIJFER-X                 PIC X.                           OBRAMELA
013600 01  WS-CIJFER REDEFINES WS-CIJFER-X PIC 9.                       OBRAMELA
013700 01  WS-ALFABET                  PIC X(26)                        OBRAMELA
013800                       VALUE 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'.        OBRAMELA
013900 01  WS-ALFABET-R REDEFINES WS-ALFABET.                           OBRAMELA
014000     05  WS-LETTER               PIC X       OCCURS 26.           OBRAMELA
014100*                                                                 BYS010
014200 01  WS-FOUT-REGEL.                                               BYS010
014300     05  FR-CLIENTNR             PIC 9(7).                        BYS010
014400     05  FILLER                  PIC X       VALUE SPACE.         BYS010
014500     05  FR-BSN                  PIC X(9).                        BYS010
014600     05  FILLER                  PIC X       VALUE SPACE.         BYS010
014700     05  FR-NAAM                 PIC X(25).                       BYS010
014800     05  FILLER                  PIC X       VALUE SPACE.         BYS010
014900     05  FR-CODE                 PIC 99.                          BYS010
015000     05  FILLER                  PIC X       VALUE SPACE.         BYS010
015100     05  FR-TEKST                PIC X(40).                       BYS010
015200     05  FILLER                  PIC X(13)   VALUE SPACES.        BYS010
015300*                                                                 BYS010
015400 01  WS-TOON-TELLER              PIC Z.ZZZ.ZZ9.                   BYS010
015500 01  WS-TOON-BEDRAG              PIC ZZZ.ZZZ.ZZ9,99-.             BYS010
015600 01  WS-GULDEN-BEDRAG            PIC S9(9)V99 COMP-3 VALUE ZERO.  BYS010
015700*                                                                 BYS010
015800     COPY BYSDATW.                                                BYS010
015900     COPY BYSCALC.                                                BYS010
016000/                                                                 BYS010
016100 PROCEDURE DIVISION.                                              BYS010
016200 0000-HOOFDLIJN.                                                  BYS010
016300     PERFORM 1000-BEGIN THRU 1000-EXIT.                           BYS010
016400     PERFORM 2000-CLIENT THRU 2000-EXIT                           BYS010
016500         UNTIL EINDE-CLIENT.                                      BYS010
016600     PERFORM 3200-INKOMST-WEES THRU 3200-EXIT                     BYS010
016700         UNTIL EINDE-INKOMST.                                     BYS010
016800     PERFORM 8000-TELLINGEN THRU 8000-EXIT.                       BYS010
016900     PERFORM 9000-SLUITEN THRU 9000-EXIT.                         BYS010
017000     STOP RUN.                                                    BYS010
017100*-----------------------------------------------------------------BYS010
017200* OPENEN EN PARAMETERS                                            BYS010
017300*-----------------------------------------------------------------BYS010
017400 1000-BEGIN.                                                      BYS010
017500     OPEN INPUT  PARM-IN                                          BYS010
017600                 CLIENT-IN                                        BYS010
017700                 INKOMST-IN                                       BYS010
017800          OUTPUT BETAAL-UIT                                       BYS010
017900                 FOUT-UIT.                                        BYS010
018000     IF WS-ST-PARM NOT = '00'                                     BYS010
018100         MOVE 'PARAMETERBESTAND NIET GEOPEND' TO WS-BERICHT       BYS010
018200         GO TO 9900-AFBREKEN.                                     BYS010
018300     IF WS-ST-CLIENT NOT = '00' OR WS-ST-INK NOT = '00'           BYS010
018400         MOVE 'INVOERBESTAND NIET GEOPEND' TO WS-BERICHT          BYS010
018500         GO TO 9900-AFBREKEN.                                     BYS010
018600     MOVE ZERO TO NORM-AANTAL.                                    BYS010
018700     MOVE ZERO TO NORM-VERMOGEN-ALLEEN NORM-VERMOGEN-GEZIN        BYS010
018800                  NORM-VRIJLATING-MAX.                            BYS010
018900     PERFORM 1100-KAART THRU 1100-EXIT                            BYS010
019000         UNTIL EINDE-PARM.                                        BYS010
019100     IF PERIODE-GELEZEN                                           BYS010
019200         NEXT SENTENCE                                            BYS010
019300     ELSE                                                         BYS010
019400         MOVE 'PERIODEKAART ONTBREEKT' TO WS-BERICHT              BYS010
019500         GO TO 9900-AFBREKEN.                                     BYS010
019600     IF NORM-AANTAL = ZERO                                        BYS010
019700         MOVE 'GEEN NORMKAARTEN' TO WS-BERICHT                    BYS010
019800         GO TO 9900-AFBREKEN.                                     BYS010
019900     MOVE WS-PER-JJ TO DAT-JJ.                                    HRUYGENB
020000     MOVE 50 TO DAT-GRENS-JJ.                                     HRUYGENB
020100     PERFORM D100-EEUW THRU D100-EXIT.                            HRUYGENB
020200     COMPUTE WS-PERIODE-EEJJMM = DAT-EEJJ * 100 + WS-PER-MM.      HRUYGENB
020300     PERFORM 1900-LEES-CLIENT THRU 1900-EXIT.                     BYS010
020400     PERFORM 1950-LEES-INKOMST THRU 1950-EXIT.                    BYS010
020500 1000-EXIT.                                                       BYS010
020600     EXIT.                                                        BYS010
020700*                                                                 BYS010
020800 1100-KAART.                                                      BYS010
020900     READ PARM-IN                                                 BYS010
021000         AT END                                                   BYS010
021100             MOVE 'J' TO WS-PARM-SW                               BYS010
021200             GO TO 1100-EXIT.                                     BYS010
021300     IF PK-PERIODEKAART                                           BYS010
021400         MOVE PK-PERIODE TO WS-PERIODE                            BYS010
021500         MOVE PK-VERWERKDAT TO WS-VERWERKDAT                      BYS010
021600         MOVE 'J' TO WS-PERIODE-SW                                BYS010
021700         GO TO 1100-EXIT.                                         BYS010
021800     IF PK-NORMKAART                                              BYS010
021900         IF NORM-AANTAL < WS-MAX-NORM                             BYS010
022000             ADD 1 TO NORM-AANTAL                                 BYS010
022100             MOVE PK-NORM-CODE TO NORM-CODE (NORM-AANTAL)         BYS010
022200             MOVE PK-NORM-BEDRAG TO NORM-BEDRAG (NORM-AANTAL)     BYS010
022300         ELSE                                                     BYS010
022400             MOVE 'NORMTABEL VOL' TO WS-BERICHT                   BYS010
022500             GO TO 9900-AFBREKEN.                                 BYS010
022600     IF PK-GRENSKAART                                             BYS010
022700         IF PK-GRENS-CODE = 'VA'                                  BYS010
022800             MOVE PK-GRENS-BEDRAG TO NORM-VERMOGEN-ALLEEN         BYS010
022900         ELSE                                                     BYS010
023000             IF PK-GRENS-CODE = 'VG'                              BYS010
023100                 MOVE PK-GRENS-BEDRAG TO NORM-VERMOGEN-GEZIN      BYS010
023200             ELSE                                                 BYS010
023300                 MOVE PK-GRENS-BEDRAG TO NORM-VRIJLATING-MAX.     BYS010
023400 1100-EXIT.                                                       BYS010
023500     EXIT.                                                        BYS010
023600*                                                                 BYS010
023700 1900-LEES-CLIENT.                                                BYS010
023800     READ CLIENT-IN                                               BYS010
023900         AT END                                                   BYS010
024000             MOVE 'J' TO WS-CLIENT-SW                             BYS010
024100             GO TO 1900-EXIT.                                     BYS010
024200     ADD 1 TO WS-TEL-CLIENT.                                      BYS010
024300     IF CL-CLIENTNR NOT > WS-VORIGE-CLIENT                        BYS010
024400         MOVE 'CLIENTBESTAND NIET OP VOLGORDE' TO WS-BERICHT      BYS010
024500         GO TO 9900-AFBREKEN.                                     BYS010
024600     MOVE CL-CLIENTNR TO WS-VORIGE-CLIENT.                        BYS010
024700 1900-EXIT.                                                       BYS010
024800     EXIT.                                                        BYS010
024900*                                                                 BYS010
025000 1950-LEES-INKOMST.                                               BYS010
025100     READ INKOMST-IN                                              BYS010
025200         AT END                                                   BYS010
025300             MOVE 'J' TO WS-INKOMST-SW                            BYS010
025400             MOVE 9999999 TO INK-CLIENTNR                         BYS010
025500             GO TO 1950-EXIT.                                     BYS010
025600     ADD 1 TO WS-TEL-INKOMST.                                     BYS010
025700 1950-EXIT.                                                       BYS010
025800     EXIT.                                                        BYS010
025900/                                                                 BYS010
026000*-----------------------------------------------------------------BYS010
026100* VERWERKING PER CLIENT                                           BYS010
026200*-----------------------------------------------------------------BYS010
026300 2000-CLIENT.                                                     BYS010
026400     MOVE ZERO TO WS-FOUTCODE.                                    BYS010
026500     MOVE ZERO TO CALC-AANT-INK.                                  BYS010
026600     PERFORM 3000-INKOMSTEN THRU 3000-EXIT.                       BYS010
026700     IF CL-BSN-X = WS-TESTCLIENT-BSN                              BYS010
026800        AND CL-NAAM = WS-TESTCLIENT-NAAM                          BYS010
026900         ADD 1 TO WS-TEL-OVERGESLAGEN                             BYS010
027000         GO TO 2000-VOLGENDE.                                     BYS010
027100     PERFORM 2100-CONTROLE-BSN THRU 2100-EXIT.                    BYS010
027200     IF WS-FOUTCODE = ZERO                                        BYS010
027300         PERFORM 2200-CONTROLE-NAW THRU 2200-EXIT.                BYS010
027400     IF WS-FOUTCODE = ZERO                                        BYS010
027500         PERFORM 2300-CONTROLE-IBAN THRU 2300-EXIT.               OBRAMELA
027600     IF WS-FOUTCODE NOT = ZERO                                    BYS010
027700         PERFORM 6000-FOUT THRU 6000-EXIT                         BYS010
027800         GO TO 2000-VOLGENDE.                                     BYS010
027900     PERFORM 2400-LOOPTIJD THRU 2400-EXIT.                        BYS010
028000     IF WS-INGANG-EEJJMM > WS-PERIODE-EEJJMM                      BYS010
028100        OR WS-EINDE-EEJJMM < WS-PERIODE-EEJJMM                    BYS010
028200         ADD 1 TO WS-TEL-OVERGESLAGEN                             BYS010
028300         GO TO 2000-VOLGENDE.                                     BYS010
028400     PERFORM 4000-BEREKEN THRU 4000-EXIT.                         BYS010
028500     IF WS-FOUTCODE = ZERO                                        BYS010
028600         PERFORM 5000-BETAAL THRU 5000-EXIT                       BYS010
028700     ELSE                                                         BYS010
028800         PERFORM 6000-FOUT THRU 6000-EXIT.                        BYS010
028900 2000-VOLGENDE.                                                   BYS010
029000     PERFORM 1900-LEES-CLIENT THRU 1900-EXIT.                     BYS010
029100 2000-EXIT.                                                       BYS010
029200     EXIT.                                                        BYS010
029300*                                                                 BYS010
029400* ELFPROEF. HET NEGENDE CIJFER TELT NEGATIEF.                     BYS010
029500 2100-CONTROLE-BSN.                                               BYS010
029600     IF CL-BSN NOT NUMERIC OR CL-BSN = ZERO                       BYS010
029700         MOVE 11 TO WS-FOUTCODE                                   BYS010
029800         GO TO 2100-EXIT.                                         BYS010
029900     MOVE ZERO TO WS-ELFSOM.                                      BYS010
030000     MOVE 9 TO WS-GEWICHT.                                        BYS010
030100     PERFORM 2110-ELF-CIJFER THRU 2110-EXIT                       BYS010
030200         VARYING WS-IX FROM 1 BY 1 UNTIL WS-IX > 9.               BYS010
030300     DIVIDE WS-ELFSOM BY 11 GIVING WS-QUOT REMAINDER WS-REST.     BYS010
030400     IF WS-REST = ZERO                                            BYS010
030500         NEXT SENTENCE                                            BYS010
030600     ELSE                                                         BYS010
030700         MOVE 12 TO WS-FOUTCODE.                                  BYS010
030800 2100-EXIT.                                                       BYS010
030900     EXIT.                                                        BYS010
031000 2110-ELF-CIJFER.                                                 BYS010
031100     IF WS-IX = 9                                                 BYS010
031200         SUBTRACT CL-BSN-CIJFER (WS-IX) FROM WS-ELFSOM            BYS010
031300     ELSE                                                         BYS010
031400         COMPUTE WS-ELFSOM =                                      BYS010
031500             WS-ELFSOM + CL-BSN-CIJFER (WS-IX) * WS-GEWICHT.      BYS010
031600     SUBTRACT 1 FROM WS-GEWICHT.                                  BYS010
031700 2110-EXIT.                                                       BYS010
031800     EXIT.                                                        BYS010
031900*                                                                 BYS010
032000 2200-CONTROLE-NAW.                                               BYS010
032100     IF CL-NAAM = SPACES OR CL-ADRES = SPACES                     BYS010
032200         MOVE 13 TO WS-FOUTCODE                                   BYS010
032300         GO TO 2200-EXIT.                                         BYS010
032400     IF CL-PC-CIJFERS NUMERIC AND CL-PC-LETTERS ALPHABETIC        BYS010
032500         NEXT SENTENCE                                            BYS010
032600     ELSE                                                         BYS010
032700         MOVE 13 TO WS-FOUTCODE                                   BYS010
032800         GO TO 2200-EXIT.                                         BYS010
032900     MOVE CL-GEBDAT TO DAT-JJMMDD.                                BYS010
033000     MOVE WS-PER-JJ TO DAT-GRENS-JJ.                              HRUYGENB
033100     PERFORM D200-CONTROLE THRU D200-EXIT.                        BYS010
033200     IF NOT DAT-GOED                                              BYS010
033300         MOVE 15 TO WS-FOUTCODE.                                  BYS010
033400 2200-EXIT.                                                       BYS010
033500     EXIT.                                                        BYS010
033600*                                                                 BYS010
033700 2300-CONTROLE-IBAN.                                              BYS010
033800     IF CL-IBAN-LAND NOT = 'NL'                                   BYS010
033900         MOVE 14 TO WS-FOUTCODE                                   BYS010
034000         GO TO 2300-EXIT.                                         BYS010
034100     MOVE CL-IBAN (5:14) TO WS-IBAN-DRAAI (1:14).                 BYS010
034200     MOVE CL-IBAN (1:4)  TO WS-IBAN-DRAAI (15:4).                 BYS010
034300     MOVE ZERO TO WS-MOD97.                                       BYS010
034400     PERFORM 2310-IBAN-TEKEN THRU 2310-EXIT                       BYS010
034500         VARYING WS-IX FROM 1 BY 1 UNTIL WS-IX > 18.              BYS010
034600     IF WS-MOD97 NOT = 1                                          BYS010
034700         MOVE 14 TO WS-FOUTCODE.                                  BYS010
034800 2300-EXIT.                                                       BYS010
034900     EXIT.                                                        BYS010
035000 2310-IBAN-TEKEN.                                                 BYS010
035100     MOVE WS-IBAN-TEKEN (WS-IX) TO WS-CIJFER-X.                   BYS010
035200     IF WS-CIJFER-X NUMERIC                                       BYS010
035300         COMPUTE WS-HULP = WS-MOD97 * 10 + WS-CIJFER              BYS010
035400         GO TO 2310-DEEL.                                         BYS010
035500     MOVE 1 TO WS-IY.                                             BYS010
035600 2310-ZOEK.                                                       BYS010
035700     IF WS-IY > 26                                                BYS010
035800         MOVE ZERO TO WS-HULP                                     BYS010
035900         GO TO 2310-DEEL.                                         BYS010
036000     IF WS-LETTER (WS-IY) NOT = WS-CIJFER-X                       BYS010
036100         ADD 1 TO WS-IY                                           BYS010
036200         GO TO 2310-ZOEK.                                         BYS010
036300     COMPUTE WS-HULP = WS-MOD97 * 100 + WS-IY + 9.                BYS010
036400 2310-DEEL.                                                       BYS010
036500     DIVIDE WS-HULP BY 97 GIVING WS-QUOT REMAINDER WS-MOD97.      BYS010
036600 2310-EXIT.                                                       BYS010
036700     EXIT.                                                        BYS010
036800*                                                                 BYS010
036900 2400-LOOPTIJD.                                                   BYS010
037000     MOVE 50 TO DAT-GRENS-JJ.                                     HRUYGENB
037100     MOVE CL-INGANGSDAT TO DAT-JJMMDD.                            HRUYGENB
037200     PERFORM D100-EEUW THRU D100-EXIT.                            HRUYGENB
037300     COMPUTE WS-INGANG-EEJJMM = DAT-EEJJ * 100 + DAT-MM.          HRUYGENB
037400     IF CL-EINDDAT = ZERO                                         BYS010
037500         MOVE 999912 TO WS-EINDE-EEJJMM                           BYS010
037600         GO TO 2400-EXIT.                                         BYS010
037700     MOVE CL-EINDDAT TO DAT-JJMMDD.                               HRUYGENB
037800     PERFORM D100-EEUW THRU D100-EXIT.                            HRUYGENB
037900     COMPUTE WS-EINDE-EEJJMM = DAT-EEJJ * 100 + DAT-MM.           HRUYGENB
038000 2400-EXIT.                                                       BYS010
038100     EXIT.                                                        BYS010
038200/                                                                 BYS010
038300*-----------------------------------------------------------------BYS010
038400* INKOMSTEN BIJ DE CLIENT ZOEKEN (MATCH OP CLIENTNUMMER)          BYS010
038500*-----------------------------------------------------------------BYS010
038600 3000-INKOMSTEN.                                                  BYS010
038700     IF EINDE-INKOMST                                             BYS010
038800         GO TO 3000-EXIT.                                         BYS010
038900     IF INK-CLIENTNR < CL-CLIENTNR                                BYS010
039000         PERFORM 3200-INKOMST-WEES THRU 3200-EXIT                 BYS010
039100         GO TO 3000-INKOMSTEN.                                    BYS010
039200     IF INK-CLIENTNR = CL-CLIENTNR                                BYS010
039300         PERFORM 3100-INKOMST-REGEL THRU 3100-EXIT                BYS010
039400         PERFORM 1950-LEES-INKOMST THRU 1950-EXIT                 BYS010
039500         GO TO 3000-INKOMSTEN.                                    BYS010
039600 3000-EXIT.                                                       BYS010
039700     EXIT.                                                        BYS010
039800*                                                                 BYS010
039900* REGELS VAN EEN ANDERE PERIODE TELLEN NIET MEE IN DE OPTELLING.  BYS010
040000 3100-INKOMST-REGEL.                                              BYS010
040100     IF INK-PERIODE NOT = WS-PERIODE                              BYS010
040200         ADD 1 TO WS-TEL-INK-ANDER.                               BYS010
040300     IF INK-BEDRAG > ZERO                                         BYS010
040400         IF INK-PERIODE NOT = WS-PERIODE                          BYS010
040500             NEXT SENTENCE                                        BYS010
040600         ELSE                                                     BYS010
040700             IF CALC-AANT-INK < WS-MAX-INK                        BYS010
040800                 ADD 1 TO CALC-AANT-INK                           BYS010
040900                 MOVE INK-SOORT TO CALC-INK-SOORT (CALC-AANT-INK) BYS010
041000                 MOVE INK-VRIJ TO CALC-INK-VRIJ (CALC-AANT-INK)   BYS010
041100                 MOVE INK-BEDRAG                                  BYS010
041200                   TO CALC-INK-BEDRAG (CALC-AANT-INK)             BYS010
041300             ELSE                                                 BYS010
041400                 ADD 1 TO WS-TEL-INK-TEVEEL                       BYS010
041500             END-IF                                               BYS010
041600         END-IF                                                   BYS010
041700         ADD INK-BEDRAG TO WS-SOM-INKOMST                         BYS010
041800     END-IF.                                                      BYS010
041900 3100-EXIT.                                                       BYS010
042000     EXIT.                                                        BYS010
042100*                                                                 BYS010
042200 3200-INKOMST-WEES.                                               BYS010
042300     ADD 1 TO WS-TEL-INK-WEES.                                    BYS010
042400     ADD 1 TO WS-TEL-FOUT.                                        BYS010
042500     MOVE SPACES TO WS-FOUT-REGEL.                                BYS010
042600     MOVE INK-CLIENTNR TO FR-CLIENTNR.                            BYS010
042700     MOVE 31 TO FR-CODE.                                          BYS010
042800     CALL WS-MODULE USING FR-CODE FR-TEKST.                       BYS010
042900     WRITE FOUT-REGEL FROM WS-FOUT-REGEL.                         BYS010
043000     PERFORM 1950-LEES-INKOMST THRU 1950-EXIT.                    BYS010
043100 3200-EXIT.                                                       BYS010
043200     EXIT.                                                        BYS010
043300/                                                                 BYS010
043400*-----------------------------------------------------------------BYS010
043500* BEREKENING EN UITVOER                                           BYS010
043600*-----------------------------------------------------------------BYS010
043700 4000-BEREKEN.                                                    BYS010
043800     MOVE WS-PERIODE     TO CALC-PERIODE.                         BYS010
043900     MOVE CL-GEBDAT      TO CALC-GEBDAT.                          BYS010
044000     MOVE CL-LEEFVORM    TO CALC-LEEFVORM.                        BYS010
044100     MOVE CL-WOONSIT     TO CALC-WOONSIT.                         BYS010
044200     MOVE CL-MEDEBEW     TO CALC-MEDEBEW.                         OBRAMELA
044300     MOVE CL-VERMOGEN    TO CALC-VERMOGEN.                        BYS010
044400     MOVE CL-INGANGSDAT  TO CALC-INGANG.                          BYS010
044500     MOVE CL-EINDDAT     TO CALC-EINDE.                           BYS010
044600     MOVE CL-MAATREGEL   TO CALC-MAATREGEL.                       BYS010
044700     MOVE ZERO           TO CALC-FOUTCODE.                        BYS010
044800     CALL 'BYS020' USING CALC-GEBIED NORM-GEBIED.                 BYS010
044900     MOVE CALC-FOUTCODE  TO WS-FOUTCODE.                          BYS010
045000 4000-EXIT.                                                       BYS010
045100     EXIT.                                                        BYS010
045200*                                                                 BYS010
045300 5000-BETAAL.                                                     BYS010
045400     MOVE SPACES TO BT-RECORD.                                    BYS010
045500     MOVE CL-CLIENTNR    TO BT-CLIENTNR.                          BYS010
045600     MOVE CL-BSN         TO BT-BSN.                               BYS010
045700     MOVE CL-NAAM        TO BT-NAAM.                              BYS010
045800     MOVE CL-VOORL       TO BT-VOORL.                             BYS010
045900     MOVE CL-IBAN        TO BT-IBAN.                              OBRAMELA
046000     MOVE CL-WIJK        TO BT-WIJK.                              BYS010
046100     MOVE CL-CONSULENT   TO BT-CONSULENT.                         BYS010
046200     MOVE WS-PERIODE     TO BT-PERIODE.                           BYS010
046300     MOVE WS-VERWERKDAT  TO BT-VERWERKDAT.                        BYS010
046400     MOVE CALC-NORMCODE  TO BT-NORMCODE.                          BYS010
046500     MOVE CALC-DAGEN     TO BT-DAGEN.                             BYS010
046600     MOVE CALC-NORM      TO BT-NORM.                              BYS010
046700     MOVE CALC-INKOMST   TO BT-INKOMST.                           BYS010
046800     MOVE CALC-VRIJLATING TO BT-VRIJLATING.                       BYS010
046900     MOVE CALC-STRAF     TO BT-STRAF.                             BYS010
047000     MOVE CALC-VAKANTIE  TO BT-VAKANTIE.                          BYS010
047100     MOVE CALC-UITBETALEN TO BT-UITBETALEN.                       BYS010
047200     WRITE BT-RECORD.                                             BYS010
047300     IF WS-ST-BET NOT = '00'                                      BYS010
047400         MOVE 'SCHRIJFFOUT BETAALBESTAND' TO WS-BERICHT           BYS010
047500         GO TO 9900-AFBREKEN.                                     BYS010
047600     ADD 1 TO WS-TEL-BETAAL.                                      BYS010
047700     ADD CALC-UITBETALEN TO WS-SOM-UITBETALEN.                    BYS010
047800     ADD CALC-VAKANTIE TO WS-SOM-VAKANTIE.                        BYS010
047900 5000-EXIT.                                                       BYS010
048000     EXIT.                                                        BYS010
048100*                                                                 BYS010
048200 6000-FOUT.                                                       BYS010
048300     MOVE SPACES TO WS-FOUT-REGEL.                                BYS010
048400     MOVE CL-CLIENTNR TO FR-CLIENTNR.                             BYS010
048500     MOVE CL-BSN-X TO FR-BSN.                                     BYS010
048600     MOVE CL-NAAM TO FR-NAAM.                                     BYS010
048700     MOVE WS-FOUTCODE TO FR-CODE.                                 BYS010
048800     CALL WS-MODULE USING FR-CODE FR-TEKST.                       BYS010
048900     WRITE FOUT-REGEL FROM WS-FOUT-REGEL.                         BYS010
049000     ADD 1 TO WS-TEL-FOUT.                                        BYS010
049100 6000-EXIT.                                                       BYS010
049200     EXIT.                                                        BYS010
049300/                                                                 BYS010
049400 8000-TELLINGEN.                                                  BYS010
049500     DISPLAY 'BYS010 CONTROLETELLINGEN PERIODE ' WS-PERIODE.      BYS010
049600     MOVE WS-TEL-CLIENT TO WS-TOON-TELLER.                        BYS010
049700     DISPLAY 'CLIENTEN GELEZEN         ' WS-TOON-TELLER.          BYS010
049800     MOVE WS-TEL-INKOMST TO WS-TOON-TELLER.                       BYS010
049900     DISPLAY 'INKOMSTEN GELEZEN        ' WS-TOON-TELLER.          BYS010
050000     MOVE WS-TEL-INK-ANDER TO WS-TOON-TELLER.                     BYS010
050100     DISPLAY 'INKOMSTEN ANDERE PERIODE ' WS-TOON-TELLER.          BYS010
050200     MOVE WS-TEL-INK-TEVEEL TO WS-TOON-TELLER.                    BYS010
050300     DISPLAY 'INKOMSTEN NIET GEPLAATST ' WS-TOON-TELLER.          BYS010
050400     MOVE WS-TEL-INK-WEES TO WS-TOON-TELLER.                      BYS010
050500     DISPLAY 'INKOMSTEN ZONDER CLIENT  ' WS-TOON-TELLER.          BYS010
050600     MOVE WS-TEL-OVERGESLAGEN TO WS-TOON-TELLER.                  BYS010
050700     DISPLAY 'CLIENTEN OVERGESLAGEN    ' WS-TOON-TELLER.          BYS010
050800     MOVE WS-TEL-BETAAL TO WS-TOON-TELLER.                        BYS010
050900     DISPLAY 'BETAALRECORDS            ' WS-TOON-TELLER.          BYS010
051000     MOVE WS-TEL-FOUT TO WS-TOON-TELLER.                          BYS010
051100     DISPLAY 'FOUTRECORDS              ' WS-TOON-TELLER.          BYS010
051200     MOVE WS-SOM-INKOMST TO WS-TOON-BEDRAG.                       BYS010
051300     DISPLAY 'SOM INKOMSTEN      ' WS-TOON-BEDRAG.                BYS010
051400     MOVE WS-SOM-UITBETALEN TO WS-TOON-BEDRAG.                    BYS010
051500     DISPLAY 'SOM UIT TE BETALEN ' WS-TOON-BEDRAG.                BYS010
051600     MOVE WS-SOM-VAKANTIE TO WS-TOON-BEDRAG.                      BYS010
051700     DISPLAY 'SOM VAKANTIETOESLAG' WS-TOON-BEDRAG.                BYS010
051800 8000-EXIT.                                                       BYS010
051900     EXIT.                                                        BYS010
052000*                                                                 BYS010
052100 9000-SLUITEN.                                                    BYS010
052200     CLOSE PARM-IN CLIENT-IN INKOMST-IN BETAAL-UIT FOUT-UIT.      BYS010
052300     IF WS-TEL-FOUT > ZERO                                        BYS010
052400         MOVE 4 TO RETURN-CODE.                                   BYS010
052500 9000-EXIT.                                                       BYS010
052600     EXIT.                                                        BYS010
052700*                                                                 BYS010
052800* OMREKENING VAN GULDENS, ALLEEN NODIG GEWEEST IN 2001/2002       WZANDVRD
052900 9500-GULDENS.                                                    WZANDVRD
053000     COMPUTE WS-GULDEN-BEDRAG ROUNDED =                           WZANDVRD
053100         CL-VERMOGEN / 2,20371.                                   WZANDVRD
053200     MOVE WS-GULDEN-BEDRAG TO CL-VERMOGEN.                        WZANDVRD
053300 9500-EXIT.                                                       WZANDVRD
053400     EXIT.                                                        WZANDVRD
053500*                                                                 BYS010
053600 9900-AFBREKEN.                                                   BYS010
053700     DISPLAY 'BYS010 AFGEBROKEN: ' WS-BERICHT.                    BYS010
053800     DISPLAY 'STATUS ' WS-ST-PARM ' ' WS-ST-CLIENT ' '            BYS010
053900             WS-ST-INK ' ' WS-ST-BET ' ' WS-ST-FOUT.              BYS010
054000     MOVE 16 TO RETURN-CODE.                                      BYS010
054100     STOP RUN.                                                    BYS010
054200*                                                                 BYS010
054300     COPY BYSDATP.                                                BYS010
