export function greet(name) {
  if (name === "") {
    return "Hello!";
  }
  return `Hello, ${name}!`;
}
