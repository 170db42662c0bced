package dev.greenroom.worker.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenroom.worker.assessment.SecondOpinion;
import dev.greenroom.worker.fixtures.WorkerTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(WorkerTestResource.class)
class JudgeResourceTest {

    @Inject
    SecondOpinion opinion;

    @Test
    void asksNobodyWhereNothingIsConfigured() {
        assertThat(opinion).isInstanceOf(NoSecondOpinion.class);
    }
}
