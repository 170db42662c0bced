package dev.greenroom.api.json;

import dev.greenroom.model.json.JsonColumns;
import io.quarkus.hibernate.orm.JsonFormat;
import io.quarkus.hibernate.orm.PersistenceUnitExtension;

/** Keeps the strict mapper of the REST layer away from the columns of the database. */
@JsonFormat
@PersistenceUnitExtension
class DatabaseJson extends JsonColumns {}
