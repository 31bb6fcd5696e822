class Letter {
    // ok: JAV13
    private StringBuffer shared = new StringBuffer();

    String text(StringBuffer given) {
        // ruleid: JAV13
        StringBuffer line = new StringBuffer("Dear ");
        // ok: JAV13
        StringBuilder next = new StringBuilder();
        // ok: JAV13
        StringBuffer same = given;
        return line.append(next).append(same).append(shared).toString();
    }
}
