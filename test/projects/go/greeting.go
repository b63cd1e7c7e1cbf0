// Package greeting greets.
package greeting

import (
	"fmt"
	"net/http"
)

// Greet greets somebody, or nobody in particular.
func Greet(name string) string {
	if name == "" {
		return "Hello!"
	}
	return fmt.Sprintf("Hello, %s!", name)
}

// Answer greets over HTTP.
func Answer(w http.ResponseWriter, r *http.Request) {
	fmt.Fprint(w, Greet(r.URL.Query().Get("name")))
}
