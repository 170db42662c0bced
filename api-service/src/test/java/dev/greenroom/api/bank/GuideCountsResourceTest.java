package dev.greenroom.api.bank;

import static dev.greenroom.api.ApiTest.asTenant;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
class GuideCountsResourceTest {

    @Test
    void countsTheQuestionsOfEachSectionAndLevel() {
        JsonPath guide = asTenant().get("/v1/topics/django").jsonPath();
        List<String> levels = guide.getList("sections.find { it.id == 'orm' }.questions.level");

        assertThat(guide.getInt("sections.find { it.id == 'orm' }.questionCounts.mid"))
                .isPositive()
                .isEqualTo(levels.stream().filter("MID"::equals).count());
        assertThat(guide.getInt("sections.find { it.id == 'orm' }.questionCounts.total"))
                .isEqualTo(levels.size());
        assertThat(guide.getInt("questionCounts.total"))
                .isEqualTo(guide.getList("sections.questionCounts.total", Integer.class).stream()
                        .mapToInt(Integer::intValue)
                        .sum());
    }
}
