package dev.greenroom.worker.database;

import dev.greenroom.model.json.JsonColumns;
import io.quarkus.hibernate.orm.JsonFormat;
import io.quarkus.hibernate.orm.PersistenceUnitExtension;

/** Stored JSON is read and written as the API does it. */
@JsonFormat
@PersistenceUnitExtension
final class DatabaseJson extends JsonColumns {}
