package nl.meerwijk.vergunning;

import java.util.Enumeration;
import java.util.Vector;

import nl.meerwijk.stub.servlet.ServletException;
import nl.meerwijk.stub.struts.Action;
import nl.meerwijk.stub.struts.ActionErrors;
import nl.meerwijk.stub.struts.ActionForward;
import nl.meerwijk.stub.struts.ActionMapping;
import nl.meerwijk.vergunning.action.AanvraagAction;
import nl.meerwijk.vergunning.action.BesluitAction;
import nl.meerwijk.vergunning.action.ZoekAction;
import nl.meerwijk.vergunning.dao.DaoFactory;
import nl.meerwijk.vergunning.filter.LoginFilter;
import nl.meerwijk.vergunning.form.AanvraagForm;
import nl.meerwijk.vergunning.form.ZoekForm;
import nl.meerwijk.vergunning.leges.LegesBerekening;
import nl.meerwijk.vergunning.leges.Termijn;
import nl.meerwijk.vergunning.util.Controle;
import nl.meerwijk.vergunning.util.DatumUtil;
import nl.meerwijk.vergunning.util.TekstUtil;
import nl.meerwijk.vergunning.vo.AanvraagVO;

/**
 * Self test without a test framework: prints a line per check, exit code 1 after a failure.
 */
public class SelfTest {
    private static int goed = 0;
    private static int fout = 0;

    public static void main(String[] args) throws Exception {
        teksten();
        nummers();
        datums();
        leges();
        termijnen();
        aanvraagformulier();
        aanvragen();
        zoeken();
        besluiten();
        aanmelden();
        System.out.println(goed + " goed, " + fout + " fout");
        System.exit(fout == 0 ? 0 : 1);
    }

    private static void check(String naam, Object verwacht, Object gekregen) {
        boolean gelijk = verwacht == null ? gekregen == null : verwacht.equals(gekregen);
        if (gelijk) {
            goed++;
            System.out.println("ok    " + naam);
        } else {
            fout++;
            System.out.println("FOUT  " + naam + ": verwacht " + verwacht + ", was " + gekregen);
        }
    }

    private static void check(String naam, long verwacht, long gekregen) {
        check(naam, new Long(verwacht), new Long(gekregen));
    }

    private static void check(String naam, boolean waarde) {
        check(naam, Boolean.TRUE, waarde ? Boolean.TRUE : Boolean.FALSE);
    }

    private static void teksten() {
        check("bedrag nul", "0,00", TekstUtil.bedrag(0));
        check("bedrag met punten", "1.234.567,05", TekstUtil.bedrag(123456705));
        check("bedrag negatief", "-12,30", TekstUtil.bedrag(-1230));
        check("cent met komma", 123456, TekstUtil.cent("1.234,56"));
        check("cent zonder komma", 123400, TekstUtil.cent("1234"));
        check("cent een decimaal", 1250, TekstUtil.cent("12,5"));
        check("cent te veel decimalen", -1, TekstUtil.cent("1,234"));
        check("cent geen getal", -1, TekstUtil.cent("tien"));
        check("cent leeg", -1, TekstUtil.cent(" "));
        check("quote", "'d''Oultremontlaan'", TekstUtil.quote("d'Oultremontlaan"));
        check("quote null", "''", TekstUtil.quote(null));
        check("html", "a &lt;b&gt; &amp; c", TekstUtil.html("a <b> & c"));
    }

    private static void nummers() {
        check("bsn goed", Controle.bsn("999912811"));
        check("bsn fout cijfer", !Controle.bsn("999912812"));
        check("bsn te kort", !Controle.bsn("99991281"));
        check("bsn letters", !Controle.bsn("99991281x"));
        check("bsn nul", !Controle.bsn("000000000"));
        check("iban goed", Controle.iban("NL91ABNA0417164300"));
        check("iban fout", !Controle.iban("NL91ABNA0417164301"));
        check("iban buitenland", !Controle.iban("BE91ABNA0417164300"));
        check("iban kleine letter", !Controle.iban("NL91abna0417164300"));
        check("postcode met spatie", Controle.postcode("1399 XA"));
        check("postcode zonder spatie", Controle.postcode("1399XA"));
        check("postcode begint met nul", !Controle.postcode("0399 XA"));
        check("email goed", Controle.email("a.b@example.org"));
        check("email zonder punt", !Controle.email("a.b@example"));
    }

    private static void datums() {
        check("twee cijfers 30", "01-01-1930", DatumUtil.format(DatumUtil.parse("01-01-30")));
        check("twee cijfers 29", "31-12-2029", DatumUtil.format(DatumUtil.parse("31-12-29")));
        check("vier cijfers", "29-02-2004", DatumUtil.format(DatumUtil.parse("29-02-2004")));
        check("geen schrikkeljaar", null, DatumUtil.parse("29-02-2005"));
        check("onzin", null, DatumUtil.parse("gisteren"));
        check("leeftijd dag ervoor", 17, DatumUtil.leeftijd(DatumUtil.parse("02-06-1987"),
                DatumUtil.parse("01-06-2005")));
        check("leeftijd op de dag", 18, DatumUtil.leeftijd(DatumUtil.parse("01-06-1987"),
                DatumUtil.parse("01-06-2005")));
        check("sql", "TO_DATE('01-06-2005','DD-MM-YYYY')",
                DatumUtil.sql(DatumUtil.parse("01-06-2005")));
    }

    private static AanvraagVO aanvraag(int soort) {
        AanvraagVO a = new AanvraagVO();
        a.setSoort(soort);
        a.setIngediend(DatumUtil.parse("04-04-2005"));
        return a;
    }

    private static long bouwleges(long kosten) {
        AanvraagVO a = aanvraag(Constanten.SOORT_BOUW);
        a.setBouwkosten(kosten);
        return new LegesBerekening().bereken(a);
    }

    private static long evenementleges(int bezoekers, int dagen) {
        AanvraagVO a = aanvraag(Constanten.SOORT_EVENEMENT);
        a.setAantalBezoekers(bezoekers);
        a.setAantalDagen(dagen);
        return new LegesBerekening().bereken(a);
    }

    private static void leges() {
        LegesBerekening leges = new LegesBerekening();
        check("bouw minimum", 20750, bouwleges(100000));
        check("bouw eerste schijf", 44750, bouwleges(1500000));
        check("bouw tweede schijf", 122900, bouwleges(5000000));
        check("bouw derde schijf", 935900, bouwleges(50000000));
        check("bouw maximum", 25006500, bouwleges(9000000000L));
        AanvraagVO monument = aanvraag(Constanten.SOORT_BOUW);
        monument.setBouwkosten(1500000);
        monument.setMonument(true);
        check("bouw monument", 63875, leges.bereken(monument));
        AanvraagVO kap = aanvraag(Constanten.SOORT_KAP);
        kap.setAantalBomen(3);
        check("kap drie bomen", 4575, leges.bereken(kap));
        kap.setAantalBomen(5);
        check("kap vijf bomen", 7015, leges.bereken(kap));
        check("inrit", 21330, leges.bereken(aanvraag(Constanten.SOORT_INRIT)));
        check("evenement klein", 0, evenementleges(249, 2));
        check("evenement middel", 17700, evenementleges(250, 2));
        check("evenement groot", 31025, evenementleges(1000, 1));
        check("evenement zes dagen", 426150, evenementleges(5000, 6));
        AanvraagVO vereniging = aanvraag(Constanten.SOORT_KAP);
        vereniging.setVereniging(true);
        check("vereniging half, afgerond", 2285, leges.bereken(vereniging));
        try {
            leges.bereken(aanvraag(9));
            check("onbekende soort", false);
        } catch (IllegalArgumentException e) {
            check("onbekende soort", "soort 9", e.getMessage());
        }
    }

    private static void termijnen() {
        AanvraagVO a = aanvraag(Constanten.SOORT_BOUW);
        check("termijn bouw", "27-06-2005", DatumUtil.format(Termijn.uiterlijk(a)));
        a.setSoort(Constanten.SOORT_KAP);
        check("termijn kap", "30-05-2005", DatumUtil.format(Termijn.uiterlijk(a)));
        a.setIngediend(DatumUtil.parse("02-04-2005"));
        check("termijn in weekend", "30-05-2005", DatumUtil.format(Termijn.uiterlijk(a)));
        check("te laat", Termijn.teLaat(a, DatumUtil.parse("31-05-2005")));
        a.setBesloten(DatumUtil.parse("20-05-2005"));
        check("op tijd besloten", !Termijn.teLaat(a, DatumUtil.parse("31-05-2005")));
        a.setMonument(true);
        check("termijn monument", "03-10-2005", DatumUtil.format(Termijn.uiterlijk(a)));
    }

    private static AanvraagForm formulier() {
        AanvraagForm form = new AanvraagForm();
        form.setSoort("1");
        form.setBsn("999903652");
        form.setNaam(" Hazelhoffer, Cato ");
        form.setAdres("Turfplein 31");
        form.setPostcode("1399 XL");
        form.setTelefoon("06-00000304");
        form.setEmail("cato.hazelhoffer@example.com");
        form.setRekening("NL30TEST0128572554");
        form.setGeboren("23-08-59");
        form.setIngediend("04-04-2005");
        form.setLocatie("Turfplein 31");
        form.setOmschrijving("dakkapel achterzijde");
        form.setBouwkosten("15.000,00");
        return form;
    }

    private static String fouten(AanvraagForm form) {
        StringBuffer sb = new StringBuffer();
        Enumeration e = form.validate(null, null).properties();
        while (e.hasMoreElements()) {
            sb.append(e.nextElement());
            sb.append(' ');
        }
        return sb.toString().trim();
    }

    private static void aanvraagformulier() {
        AanvraagForm form = formulier();
        check("formulier goed", "", fouten(form));
        check("formulier leeg",
                "naam bsn adres postcode ingediend geboren locatie soort",
                fouten(new AanvraagForm()));
        form.setBsn("999903653");
        form.setEmail("cato");
        form.setRekening("NL31TEST0128572554");
        check("formulier drie fouten", "bsn email rekening", fouten(form));
        form = formulier();
        form.setGeboren("05-04-1987");
        check("formulier minderjarig", "geboren", fouten(form));
        form = formulier();
        form.setBouwkosten("veel");
        check("formulier bouwkosten", "bouwkosten", fouten(form));
        form.setSoort("2");
        check("formulier bomen", "bomen", fouten(form));
        form.setSoort("4");
        check("formulier evenement", "bezoekers dagen", fouten(form));
        form.setSoort("3");
        check("formulier inrit", "", fouten(form));
    }

    private static ActionMapping mapping(String[] namen) {
        ActionMapping mapping = new ActionMapping();
        for (int i = 0; i < namen.length; i++) {
            mapping.addForward(new ActionForward(namen[i], "/jsp/" + namen[i] + ".jsp"));
        }
        return mapping;
    }

    private static void aanvragen() throws Exception {
        MemoryVergunningDao dao = new MemoryVergunningDao();
        DaoFactory.setVergunningDao(dao);
        ActionMapping mapping = mapping(new String[] {"invoer", "bevestiging"});
        FakeHttp http = new FakeHttp();
        ActionForward naar = new AanvraagAction().execute(mapping, formulier(), http, http);
        check("aanvraag bevestigd", "bevestiging", naar.getName());
        check("aanvraag nummer", new Long(20050001L), http.getAttribute("nummer"));
        check("aanvraag uiterlijk", "27-06-2005", http.getAttribute("uiterlijk"));
        check("aanvraag leges", 44750, dao.haal(20050001L).getLeges());
        check("aanvraag naam zonder spaties", "Hazelhoffer, Cato",
                dao.haal(20050001L).getAanvrager().getNaam());
        http = new FakeHttp();
        AanvraagForm form = formulier();
        form.setLocatie("");
        naar = new AanvraagAction().execute(mapping, form, http, http);
        check("aanvraag afgekeurd", "invoer", naar.getName());
        check("aanvraag fouten in request", 1,
                ((ActionErrors) http.getAttribute(Action.ERROR_KEY)).size());
        check("aanvraag niet bewaard", null, dao.haal(20050002L));
    }

    private static FakeHttp zoek(String naam, String soort, String verwacht) throws Exception {
        ZoekForm form = new ZoekForm();
        form.setNaam(naam);
        form.setSoort(soort);
        FakeHttp http = new FakeHttp();
        ActionForward naar = new ZoekAction().execute(
                mapping(new String[] {"invoer", "lijst", "detail"}), form, http, http);
        check("zoek " + naam + " " + soort, verwacht, naar.getName());
        return http;
    }

    private static void zoeken() throws Exception {
        DaoFactory.setVergunningDao(MemoryVergunningDao.gevuld());
        zoek(null, null, "invoer");
        zoek("B", null, "invoer");
        FakeHttp http = zoek("bent", null, "lijst");
        Vector lijst = (Vector) http.getAttribute("aanvragen");
        check("zoek aantal", new Integer(3), http.getAttribute("aantal"));
        check("zoek oudste eerst", 20050002L, ((AanvraagVO) lijst.elementAt(0)).getNummer());
        check("zoek jongste laatst", 20050003L, ((AanvraagVO) lijst.elementAt(2)).getNummer());
        http = zoek("bentv", null, "detail");
        check("zoek ene treffer", "inrit",
                ((AanvraagVO) http.getAttribute("aanvraag")).getSoortNaam());
        zoek(null, "4", "detail");
        zoek("niemand", null, "lijst");
        ZoekForm form = new ZoekForm();
        form.setNummer("12a");
        check("zoek nummer geen getal", "fout.nummer",
                form.validate(null, null).first("nummer").getKey());
        form.setNummer(" 20050001 ");
        check("zoek criteria getrimd", "20050001", form.getCriteria().get("nummer"));
    }

    private static String besluit(FakeHttp http, String nummer, int status) throws Exception {
        http.parameters.put("nummer", nummer);
        http.parameters.put("status", String.valueOf(status));
        return new BesluitAction().execute(
                mapping(new String[] {"geweigerd", "invoer", "detail"}), null, http, http).getName();
    }

    private static void besluiten() throws Exception {
        MemoryVergunningDao dao = MemoryVergunningDao.gevuld();
        DaoFactory.setVergunningDao(dao);
        FakeHttp http = new FakeHttp();
        http.setAttribute(Constanten.SESSIE_GEBRUIKER, "hringnalda");
        http.setAttribute(Constanten.SESSIE_ROL, Constanten.ROL_BALIE);
        check("besluit door balie", "geweigerd",
                besluit(http, "20050001", Constanten.STATUS_IN_BEHANDELING));
        http.setAttribute(Constanten.SESSIE_ROL, Constanten.ROL_BEHANDELAAR);
        check("besluit overslaan mag niet", "invoer",
                besluit(http, "20050001", Constanten.STATUS_VERLEEND));
        check("besluit in behandeling", "detail",
                besluit(http, "20050001", Constanten.STATUS_IN_BEHANDELING));
        check("besluit verleend", "detail",
                besluit(http, "20050001", Constanten.STATUS_VERLEEND));
        check("besluit datum", "01-06-2005",
                DatumUtil.format(dao.haal(20050001L).getBesloten()));
        check("besluit behandelaar", "hringnalda", dao.haal(20050001L).getBehandelaar());
        check("besluit is definitief", "invoer",
                besluit(http, "20050001", Constanten.STATUS_GEWEIGERD));
        check("besluit onbekend nummer", "invoer",
                besluit(http, "1", Constanten.STATUS_VERLEEND));
    }

    private static FakeHttp filter(String uri, String gebruiker, String wachtwoord)
            throws Exception {
        LoginFilter filter = new LoginFilter();
        FakeHttp http = new FakeHttp();
        http.parameters.put("vrij", "/jsp/aanmelden.jsp, /css/");
        if (wachtwoord != null) {
            http.parameters.put("j_nood", gebruiker);
            http.parameters.put("j_wachtwoord", wachtwoord);
        } else if (gebruiker != null) {
            http.setAttribute(Constanten.SESSIE_GEBRUIKER, gebruiker);
        }
        http.uri = uri;
        filter.init(http);
        filter.doFilter(http, http, http);
        filter.destroy();
        return http;
    }

    private static void aanmelden() throws Exception {
        check("filter vrij pad", filter("/css/stijl.css", null, null).passed);
        check("filter niet aangemeld", "/jsp/aanmelden.jsp",
                filter("/zoek.do", null, null).redirect);
        check("filter aangemeld", filter("/zoek.do", "hringnalda", null).passed);
        check("filter noodingang", filter("/zoek.do", "splantagie", "Tulp1637!").passed);
        check("filter verkeerd wachtwoord", !filter("/zoek.do", "splantagie", "tulp").passed);
        check("filter niet in de cache", "no-cache",
                filter("/css/", null, null).headers.get("Pragma"));
        try {
            new LoginFilter().init(new FakeHttp());
            check("filter zonder parameter", false);
        } catch (ServletException e) {
            check("filter zonder parameter", "parameter vrij ontbreekt", e.getMessage());
        }
    }
}
