package org.countywise.run;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Remembers which classes there are not. The compiler of generated code asks for every name in
 * every package that it could be of, and each time all jars of the class path would be searched.
 *
 * <p>For a class path that does not grow while it is in use.
 */
final class RememberingLoader extends ClassLoader {
  static {
    registerAsParallelCapable();
  }

  private final Set<String> missing = ConcurrentHashMap.newKeySet();

  RememberingLoader(ClassLoader parent) {
    super("remembering", parent);
  }

  /** Lets what this thread and those it starts look up be remembered. */
  static void use() {
    Thread thread = Thread.currentThread();
    if (!(thread.getContextClassLoader() instanceof RememberingLoader)) {
      thread.setContextClassLoader(new RememberingLoader(thread.getContextClassLoader()));
    }
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (missing.contains(name)) {
      throw new Missing(name);
    }
    try {
      return super.loadClass(name, resolve);
    } catch (ClassNotFoundException e) {
      missing.add(name);
      throw e;
    }
  }

  /** Thrown thousands of times and read by nobody: without the trace of its stack. */
  private static final class Missing extends ClassNotFoundException {
    private static final long serialVersionUID = 1;

    Missing(String name) {
      super(name);
    }

    @Override
    public synchronized Throwable fillInStackTrace() {
      return this;
    }
  }
}
