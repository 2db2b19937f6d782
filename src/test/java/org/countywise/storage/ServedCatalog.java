package org.countywise.storage;

import java.nio.file.Path;
import java.util.Map;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.exceptions.AlreadyExistsException;
import org.apache.iceberg.exceptions.CommitFailedException;
import org.apache.iceberg.exceptions.NoSuchNamespaceException;
import org.apache.iceberg.exceptions.NoSuchTableException;
import org.apache.iceberg.inmemory.InMemoryCatalog;
import org.apache.iceberg.rest.CatalogHandlers;
import org.apache.iceberg.rest.RESTCatalogProperties.SnapshotMode;
import org.apache.iceberg.rest.requests.CreateNamespaceRequest;
import org.apache.iceberg.rest.requests.CreateTableRequest;
import org.apache.iceberg.rest.requests.UpdateTableRequest;
import org.apache.iceberg.rest.responses.ConfigResponse;

/** One warehouse of the service: which of Iceberg's handlers answers which request. */
final class ServedCatalog {
  private static final Map<Class<?>, Integer> CODES =
      Map.of(
          NoSuchTableException.class, 404,
          NoSuchNamespaceException.class, 404,
          AlreadyExistsException.class, 409,
          CommitFailedException.class, 409,
          IllegalArgumentException.class, 400);

  /** How the names of warehouses begin whose tables lie where the service likes. */
  static final String STUBBORN = "stubborn";

  private static final Path OWN_PLACE = Path.of("target/workbench/service").toAbsolutePath();

  private final InMemoryCatalog catalog = new InMemoryCatalog();
  private final boolean stubborn;

  ServedCatalog(String name) {
    this.stubborn = name.startsWith(STUBBORN);
    catalog.initialize(
        name,
        Map.of(
            "warehouse",
            OWN_PLACE.toString(),
            "io-impl",
            "org.apache.iceberg.hadoop.HadoopFileIO"));
  }

  /**
   * An answer.
   *
   * @param body null for none
   */
  record Answer(int code, Object body) {}

  static Answer config(String warehouse) {
    return new Answer(200, ConfigResponse.builder().withOverride("prefix", warehouse).build());
  }

  static Answer failed(Exception e) {
    return failed(
        CODES.getOrDefault(e.getClass(), 500), e.getClass().getSimpleName(), e.getMessage());
  }

  static Answer failed(int code, String type, String message) {
    return new Answer(code, ServiceServer.error(code, type, message));
  }

  /**
   * Answers a request.
   *
   * @param words of the path behind the prefix
   */
  Answer answer(String method, String[] words, String body) {
    Namespace space = words.length > 1 ? Namespace.of(words[1]) : Namespace.empty();
    boolean tables = words.length > 2 && words[2].equals("tables");
    if (words[0].equals("namespaces") && words.length < 3) {
      return ofSpace(method, space, body);
    }
    if (tables && words.length == 3 && method.equals("POST")) {
      CreateTableRequest wanted = placed(RestJson.request(body, CreateTableRequest.class));
      return new Answer(
          200,
          wanted.stageCreate()
              ? CatalogHandlers.stageTableCreate(catalog, space, wanted)
              : CatalogHandlers.createTable(catalog, space, wanted));
    }
    if (tables && words.length == 4) {
      return ofTable(method, TableIdentifier.of(space, words[3]), body);
    }
    boolean metrics = tables && words.length == 5 && words[4].equals("metrics");
    return metrics
        ? new Answer(204, null)
        : failed(404, "NoSuchTableException", method + " " + String.join("/", words));
  }

  private CreateTableRequest placed(CreateTableRequest wanted) {
    return stubborn
        ? CreateTableRequest.builder()
            .withName(wanted.name())
            .withSchema(wanted.schema())
            .withPartitionSpec(wanted.spec())
            .setProperties(wanted.properties())
            .build()
        : wanted;
  }

  private Answer ofSpace(String method, Namespace space, String body) {
    if (method.equals("POST")) {
      CreateNamespaceRequest wanted = RestJson.request(body, CreateNamespaceRequest.class);
      return new Answer(200, CatalogHandlers.createNamespace(catalog, wanted));
    }
    return new Answer(
        200,
        space.isEmpty()
            ? CatalogHandlers.listNamespaces(catalog, space)
            : CatalogHandlers.loadNamespace(catalog, space));
  }

  private Answer ofTable(String method, TableIdentifier table, String body) {
    return switch (method) {
      case "GET" -> new Answer(200, CatalogHandlers.loadTable(catalog, table, SnapshotMode.ALL));
      case "HEAD" -> {
        CatalogHandlers.tableExists(catalog, table);
        yield new Answer(204, null);
      }
      case "POST" ->
          new Answer(
              200,
              CatalogHandlers.updateTable(
                  catalog, table, RestJson.request(body, UpdateTableRequest.class)));
      case "DELETE" -> {
        CatalogHandlers.dropTable(catalog, table);
        yield new Answer(204, null);
      }
      default -> failed(405, "UnsupportedOperationException", method);
    };
  }
}
