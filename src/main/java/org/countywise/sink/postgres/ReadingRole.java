package org.countywise.sink.postgres;

import java.sql.SQLException;
import org.countywise.sink.postgres.Exported.Access;

/** The role that may read a schema and write nothing; people and tools are made members of it. */
public record ReadingRole(Sql sql, String role, String schema) {

  /** Makes the role and lets it read, as far as the user may. */
  Exported.Reader settle() throws SQLException {
    if (!sql.holds("has_role", this)) {
      if (!sql.holds("may_create_role", this)) {
        return new Exported.Reader(role, Access.MISSING);
      }
      sql.run("create_role", this);
    }
    if (sql.holds("shut_out", this)) {
      sql.run("grant", this);
    }
    return new Exported.Reader(role, sql.holds("shut_out", this) ? Access.SHUT_OUT : Access.READS);
  }
}
