package dev.greenroom.worker.scoring;

import dev.greenroom.worker.assessment.Assessor;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Makes the scoring library, which knows nothing of containers, a bean. */
final class AssessorLife {

    @Produces
    @Singleton
    Assessor open() {
        return Assessor.open();
    }

    void close(@Disposes Assessor assessor) {
        assessor.close();
    }
}
