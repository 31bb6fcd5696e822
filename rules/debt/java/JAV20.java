class Tariff {
    // ruleid: JAV20
    int tariff(int code) {
        if (code == 1) {
            return 10;
        }
        if (code == 2) {
            return 20;
        }
        if (code == 3) {
            return 30;
        }
        if (code == 4) {
            return 40;
        }
        if (code == 5) {
            return 50;
        }
        if (code == 6) {
            return 60;
        }
        if (code == 7) {
            return 70;
        }
        if (code == 8) {
            return 80;
        }
        if (code == 9) {
            return 90;
        }
        if (code == 10) {
            return 100;
        }
        return 0;
    }

    // ok: JAV20
    int shortTariff(int code) {
        if (code == 1) {
            return 10;
        }
        if (code == 2) {
            return 20;
        }
        if (code == 3) {
            return 30;
        }
        if (code == 4) {
            return 40;
        }
        if (code == 5) {
            return 50;
        }
        if (code == 6) {
            return 60;
        }
        if (code == 7) {
            return 70;
        }
        if (code == 8) {
            return 80;
        }
        if (code == 9) {
            return 90;
        }
        return 0;
    }
}
