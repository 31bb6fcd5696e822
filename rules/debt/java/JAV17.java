class Progress {
    void show(int done, java.io.PrintStream out) {
        // ruleid: JAV17
        System.out.println("done: " + done);
        // ruleid: JAV17
        System.err.print(done);
        // ok: JAV17
        out.println(done);
        // ok: JAV17
        System.out.flush();
        // ok: JAV17
        String line = System.lineSeparator();
    }
}
