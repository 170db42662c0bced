package dev.greenroom.model.question;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.greenroom.model.json.StoredJson;
import java.util.UUID;
import net.jqwik.api.Example;

class QuestionRefTest {

    private static final UUID TENANT = UUID.fromString("019ab000-0000-7000-8000-000000000001");

    @Example
    void showsATenantsQuestionByTheSlugThatTheTenantGaveIt() {
        QuestionRef own = new QuestionRef(QuestionRef.ownId("our-question", TENANT), 2);

        assertThat(own.slug()).isEqualTo("our-question");
        assertThat(own.shown()).isEqualTo("our-question@2");
        assertThat(own.isBuiltIn()).isFalse();
    }

    @Example
    void showsABuiltInQuestionAsItIs() {
        QuestionRef builtIn = new QuestionRef("django-orm-n-plus-one", 3);

        assertThat(builtIn.shown()).isEqualTo("django-orm-n-plus-one@3").isEqualTo(builtIn.toString());
        assertThat(builtIn.isBuiltIn()).isTrue();
    }

    @Example
    void isStoredAsItsTwoParts() throws JsonProcessingException {
        String stored = StoredJson.MAPPER.writeValueAsString(new QuestionRef("first", 7));

        assertThat(stored).isEqualTo("{\"id\":\"first\",\"version\":7}");
    }
}
