package nl.meerwijk.vergunning.leges;

import java.util.Date;

import nl.meerwijk.vergunning.Constanten;
import nl.meerwijk.vergunning.util.DatumUtil;
import nl.meerwijk.vergunning.vo.AanvraagVO;

/**
 * Beslistermijnen. Valt de laatste dag in het weekend, dan geldt de maandag erna.
 */
public class Termijn {
    public static Date uiterlijk(AanvraagVO aanvraag) {
        int weken;
        if (aanvraag.getSoort() == Constanten.SOORT_BOUW) {
            weken = 12;
        } else if (aanvraag.getSoort() == Constanten.SOORT_EVENEMENT) {
            weken = 6;
        } else {
            weken = 8;
        }
        if (aanvraag.isMonument()) {
            weken = 26;
        }
        Date datum = DatumUtil.plusWeken(aanvraag.getIngediend(), weken);
        while (DatumUtil.inWeekend(datum)) {
            datum = new Date(datum.getTime() + 24L * 60 * 60 * 1000);
        }
        return datum;
    }

    public static boolean teLaat(AanvraagVO aanvraag, Date vandaag) {
        if (aanvraag.getBesloten() != null) {
            vandaag = aanvraag.getBesloten();
        }
        return vandaag.after(uiterlijk(aanvraag));
    }
}
