import unittest

import hulp
from parkeer import controle


class ControleTest(unittest.TestCase):
    def test_elfproef_goed(self):
        for bsn in ('999990019', '999971864', '999998237'):
            self.assertTrue(controle.elfproef(bsn), bsn)

    def test_elfproef_fout(self):
        for bsn in ('999990018', '99999001', '9999900190', '99999001x',
                    '000000000', ''):
            self.assertFalse(controle.elfproef(bsn), bsn)

    def test_iban_goed(self):
        self.assertTrue(controle.iban('NL91ABNA0417164300'))
        self.assertTrue(controle.iban('nl91 abna 0417 1643 00'))
        self.assertTrue(controle.iban('NL96TEST0518812745'))

    def test_iban_fout(self):
        for rekening in ('NL92ABNA0417164300', 'BE91ABNA0417164300',
                         'NL91ABNA041716430', 'NL91ABN-0417164300'):
            self.assertFalse(controle.iban(rekening), rekening)

    def test_kenteken(self):
        for kenteken in ('12-AEI-3', 'EO-12-UI', 'AI-EU-40', '4-IOA-81'):
            self.assertTrue(controle.kenteken(kenteken), kenteken)
        for kenteken in ('12AEI3', 'AEI-12-3', '', '12-34-56'):
            self.assertFalse(controle.kenteken(kenteken), kenteken)

    def test_postcode(self):
        self.assertTrue(controle.postcode('1399 XA'))
        self.assertTrue(controle.postcode('1399XA'))
        self.assertFalse(controle.postcode('0399 XA'))

    def test_email_mag_leeg(self):
        self.assertTrue(controle.email(''))
        self.assertTrue(controle.email('h.proefpersoon@example.org'))
        self.assertFalse(controle.email('h.proefpersoon@example'))

    def test_controleer_noemt_eerste_veld(self):
        rij = {'bsn': '999990018', 'iban': 'fout', 'kenteken': '12-AEI-3'}
        try:
            controle.controleer(rij)
        except controle.ControleFout as fout:
            self.assertEqual((fout.veld, fout.waarde), ('bsn', '999990018'))
            self.assertEqual(str(fout), 'bsn onjuist: 999990018')
        else:
            self.fail('geen ControleFout')

    def test_controleer_goede_rij(self):
        self.assertEqual(controle.controleer({'bsn': '999990019'}), None)


if __name__ == '__main__':
    unittest.main()
