class Payments {
    // ruleid: JAV24
    void pay(Dossier[] dossiers) {
        for (Dossier dossier : dossiers) {
            if (dossier.open()) {
                for (Payment payment : dossier.payments()) {
                    if (payment.due()) {
                        payment.send();
                    }
                }
            }
        }
    }

    // ok: JAV24
    void stop(Dossier[] dossiers) {
        for (Dossier dossier : dossiers) {
            if (dossier.open()) {
                for (Payment payment : dossier.payments()) {
                    payment.stop();
                }
            } else if (dossier.suspended()) {
                dossier.close();
            }
        }
    }
}
