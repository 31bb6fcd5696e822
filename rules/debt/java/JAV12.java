class Reader {
    int read(String text) {
        try {
            return Integer.parseInt(text);
        // ruleid: JAV12
        } catch (NumberFormatException e) {
        }
        try {
            return text.length();
        }
        // ruleid: JAV12
        catch (Exception e) {}
        try {
            return text.charAt(0);
        }
        // ok: JAV12
        catch (IndexOutOfBoundsException e) {
            // an empty text counts as zero
        }
        try {
            return text.charAt(1);
        }
        // ok: JAV12
        catch (IndexOutOfBoundsException e) {
            return 0;
        }
    }
}
