// ruleid: JAV10
import javax.servlet.http.HttpServlet;
// ruleid: JAV10
import javax.ejb.*;
// ruleid: JAV10
import javax.xml.bind.JAXBContext;
// ok: JAV10
import javax.sql.DataSource;
// ok: JAV10
import javax.xml.parsers.DocumentBuilder;
// ok: JAV10
import javax.annotation.processing.Processor;
// ok: JAV10
import jakarta.servlet.http.HttpServletRequest;

class Front extends HttpServlet {
}
