#[test]
fn greets_from_outside() {
    assert_eq!(greeting::greet("Grace"), "Hello, Grace!");
}
