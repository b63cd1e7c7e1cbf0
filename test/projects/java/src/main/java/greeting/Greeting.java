package greeting;

public final class Greeting {
  private Greeting() {}

  public static String greet(String name) {
    if (name.isEmpty()) {
      return "Hello!";
    }
    return "Hello, " + name + "!";
  }
}
