package dev.sarkhat.cache;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sarkhat.ApiTest;
import dev.sarkhat.section.Section;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.net.URL;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Clients who leave before they are answered take nothing with them. */
@QuarkusTest
class AbortedClientsTest extends ApiTest {

  /** More than may be rendered at once, so that some leave while they wait in line. */
  private static final int CLIENTS = 12;

  @Inject DataSource dataSource;
  @Inject MeterRegistry meters;
  @TestHTTPResource URL server;

  @Test
  void placesOfClientsWhoLeaveAreFreeAgain() throws Exception {
    Section section = newsroom.section();
    double before = loads();
    List<Socket> clients = new ArrayList<>();
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute("lock table article in access exclusive mode");
      for (int i = 1; i <= CLIENTS; i++) {
        clients.add(ask("/v1/articles?limit=" + i + "&section=" + section.slug()));
      }
      long deadline = System.nanoTime() + 5_000_000_000L;
      while (loads() < before + 4) {
        assertTrue(System.nanoTime() < deadline, "nothing is being rendered");
        Thread.onSpinWait();
      }
      for (Socket client : clients) {
        // Leaves at once, without a goodbye.
        client.setSoLinger(true, 0);
        client.close();
      }
      connection.rollback();
    }
    for (int i = 1; i <= CLIENTS; i++) {
      assertEquals(
          200,
          get("/v1/articles?limit=" + (50 + i) + "&section=" + section.slug())
              .extract()
              .statusCode());
    }
  }

  private Socket ask(String address) throws IOException {
    Socket socket = new Socket(server.getHost(), server.getPort());
    String request = "GET " + address + " HTTP/1.1\r\nHost: " + server.getHost() + "\r\n\r\n";
    socket.getOutputStream().write(request.getBytes(US_ASCII));
    return socket;
  }

  private double loads() {
    return meters.get("sarkhat.cache.loads").functionCounter().count();
  }
}
