package org.countywise.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RememberingLoaderTest {
  private final List<String> asked = new ArrayList<>();
  private final ClassLoader jars =
      new ClassLoader(getClass().getClassLoader()) {
        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
          asked.add(name);
          return super.loadClass(name, resolve);
        }
      };

  @Test
  void shouldSearchOnceForAClassThatThereIsNot() {
    ClassLoader loader = new RememberingLoader(jars);

    for (int i = 0; i < 3; i++) {
      assertThatThrownBy(() -> loader.loadClass("java.lang.InternalRow"))
          .isInstanceOf(ClassNotFoundException.class)
          .hasMessage("java.lang.InternalRow");
    }

    assertThat(asked).containsExactly("java.lang.InternalRow");
  }

  @Test
  void shouldFindClassesAndResourcesThatThereAre() throws ClassNotFoundException {
    ClassLoader loader = new RememberingLoader(jars);

    assertThat(loader.loadClass(getClass().getName())).isSameAs(getClass());
    assertThat(loader.getResource("org/countywise/run/Sessions.class")).isNotNull();
  }
}
