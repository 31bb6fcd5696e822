// ruleid: JAV05
import sun.misc.BASE64Encoder;
// ruleid: JAV05
import sun.security.x509.*;
// ok: JAV05
import com.sun.net.httpserver.HttpServer;
// ok: JAV05
import java.util.Base64;
// ok: JAV05
import nl.example.sun.Rise;

class Encoder {
}
