package org.shilpi.architecture.bad.sql.data;

final class Query {
  java.sql.Timestamp at = new java.sql.Timestamp(0);
}
