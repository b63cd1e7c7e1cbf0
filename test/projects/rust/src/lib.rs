pub fn greet(name: &str) -> String {
    if name.is_empty() {
        return String::from("Hello!");
    }
    format!("Hello, {name}!")
}

#[cfg(test)]
mod tests {
    use super::greet;

    #[test]
    fn greets_by_name() {
        assert_eq!(greet("Ada"), "Hello, Ada!");
    }

    #[test]
    fn greets_nobody() {
        assert_eq!(greet(""), "Hello!");
    }
}
