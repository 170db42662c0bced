package dev.greenroom.api.bank;

import dev.greenroom.api.problem.Fault;
import dev.greenroom.model.question.Rubric;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.hibernate.Session;

/** The rubrics of the bank. */
@ApplicationScoped
public class Rubrics {

    private final Session database;

    Rubrics(Session database) {
        this.database = database;
    }

    /** Each in its newest version, by id. */
    List<Rubric> list() {
        return database.createNativeQuery(
                        "select distinct on (id) cast(body as text) from rubric_version order by id, version desc",
                        String.class)
                .getResultStream()
                .map(Rubrics::read)
                .toList();
    }

    /** The rubric of an id in its newest version, or of a reference such as {@code technical@1}. */
    Rubric require(String name) {
        return list().stream()
                .filter(rubric -> rubric.id().equals(name))
                .findFirst()
                .or(() -> findVersion(name))
                .orElseThrow(() -> new Fault.Missing("rubric", name));
    }

    public Optional<Rubric> findVersion(String reference) {
        return database.createNativeQuery(
                        "select cast(body as text) from rubric_version where id || '@' || version = :reference",
                        String.class)
                .setParameter("reference", reference)
                .uniqueResultOptional()
                .map(Rubrics::read);
    }

    private static Rubric read(String body) {
        return Questions.read(body, Rubric.class);
    }
}
