package nl.meerwijk.vergunning.leges;

import nl.meerwijk.vergunning.Constanten;
import nl.meerwijk.vergunning.vo.AanvraagVO;

/**
 * Leges volgens de legesverordening 2005. Alle bedragen in centen.
 */
public class LegesBerekening {
    // bovengrens van de schijf in centen, percentage maal honderd
    private static final long[][] SCHIJVEN = {
        {2000000L, 255},
        {10000000L, 218},
        {50000000L, 176},
        {Long.MAX_VALUE, 121},
    };

    private static final long BOUW_MINIMUM = 14250;
    private static final long BOUW_MAXIMUM = 25000000;
    private static final long WELSTAND = 6500;
    private static final long KAP_BASIS = 4575;
    private static final long KAP_EXTRA_BOOM = 1220;
    private static final long INRIT = 21330;

    public long bereken(AanvraagVO aanvraag) {
        long bedrag = 0;
        switch (aanvraag.getSoort()) {
            case Constanten.SOORT_BOUW:
                bedrag = bouw(aanvraag.getBouwkosten());
                if (aanvraag.isMonument()) {
                    bedrag = bedrag + bedrag / 2;
                }
                bedrag = bedrag + WELSTAND;
                break;
            case Constanten.SOORT_KAP:
                bedrag = kap(aanvraag.getAantalBomen());
                break;
            case Constanten.SOORT_INRIT:
                bedrag = INRIT;
                break;
            case Constanten.SOORT_EVENEMENT:
                bedrag = evenement(aanvraag.getAantalBezoekers(), aanvraag.getAantalDagen());
                break;
            default:
                throw new IllegalArgumentException("soort " + aanvraag.getSoort());
        }
        if (aanvraag.isVereniging()) {
            bedrag = bedrag / 2;
        }
        return afronden(bedrag);
    }

    /** Elke schijf met het eigen percentage. */
    private long bouw(long kosten) {
        long bedrag = 0;
        long onder = 0;
        for (int i = 0; i < SCHIJVEN.length; i++) {
            if (kosten <= onder) {
                break;
            }
            long deel = Math.min(kosten, SCHIJVEN[i][0]) - onder;
            bedrag = bedrag + deel * SCHIJVEN[i][1] / 10000;
            onder = SCHIJVEN[i][0];
        }
        if (bedrag < BOUW_MINIMUM) {
            bedrag = BOUW_MINIMUM;
        }
        if (bedrag > BOUW_MAXIMUM) {
            bedrag = BOUW_MAXIMUM;
        }
        return bedrag;
    }

    /** De eerste drie bomen zitten in het basisbedrag. */
    private long kap(int bomen) {
        if (bomen <= 3) {
            return KAP_BASIS;
        }
        return KAP_BASIS + (bomen - 3) * KAP_EXTRA_BOOM;
    }

    private long evenement(int bezoekers, int dagen) {
        long perDag;
        if (bezoekers < 250) {
            perDag = 0;
        } else if (bezoekers < 1000) {
            perDag = 8850;
        } else if (bezoekers < 5000) {
            perDag = 31025;
        } else {
            perDag = 94700;
        }
        if (dagen > 3) {
            // vanaf de vierde dag half tarief
            return perDag * 3 + perDag / 2 * (dagen - 3);
        }
        return perDag * dagen;
    }

    /** Op vijf cent naar beneden, in het voordeel van de burger. */
    private long afronden(long cent) {
        return cent - cent % 5;
    }
}
