package org.countywise.storage;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.iceberg.rest.responses.ErrorResponse;

/**
 * A service that speaks Iceberg's REST protocol over HTTP on the loopback interface: the answers
 * are those of Iceberg's own handlers. It lets in whoever brings the token, and knows each
 * warehouse by a name, which is the prefix of its paths.
 */
final class ServiceServer implements CatalogServer {
  private static final int THREADS = 8;

  private final HttpServer http;
  private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
  private final Map<String, ServedCatalog> warehouses = new ConcurrentHashMap<>();
  private final String token = System.getenv(CatalogServers.TOKEN);

  private ServiceServer(HttpServer http) {
    this.http = http;
  }

  static ServiceServer start() {
    try {
      HttpServer http =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      ServiceServer server = new ServiceServer(http);
      http.createContext("/", server::answer);
      http.setExecutor(server.threads);
      http.start();
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String conf(String name) {
    return """
        catalog: rest
        rest: {uri: 'http://127.0.0.1:%d', warehouse: %s}
        """
        .formatted(http.getAddress().getPort(), name);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      ServedCatalog.Answer answer = answerOf(exchange);
      byte[] text =
          answer.body() == null
              ? new byte[0]
              : RestJson.text(answer.body()).getBytes(StandardCharsets.UTF_8);
      boolean silent = text.length == 0 || exchange.getRequestMethod().equals("HEAD");
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(answer.code(), silent ? -1 : text.length);
      if (!silent) {
        exchange.getResponseBody().write(text);
      }
    }
  }

  private ServedCatalog.Answer answerOf(HttpExchange exchange) {
    try {
      String path = exchange.getRequestURI().getPath();
      if (!("Bearer " + token).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
        return ServedCatalog.failed(401, "NotAuthorizedException", "the token is not the one");
      }
      if (path.equals("/v1/config")) {
        String query = String.valueOf(exchange.getRequestURI().getQuery());
        return ServedCatalog.config(query.replaceFirst("^warehouse=", ""));
      }
      String[] words = path.substring(1).split("/", 3);
      ServedCatalog warehouse =
          warehouses.computeIfAbsent(words[1], name -> new ServedCatalog(name));
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      return warehouse.answer(exchange.getRequestMethod(), words[2].split("/"), body);
    } catch (IOException | RuntimeException e) {
      return ServedCatalog.failed(e);
    }
  }

  /** What is asked of the server by no client of ours. */
  static ErrorResponse error(int code, String type, String message) {
    return ErrorResponse.builder().responseCode(code).withType(type).withMessage(message).build();
  }

  @Override
  public void close() {
    http.stop(0);
    threads.shutdownNow();
  }
}
