//go:build integration

package integration

import (
	"io"
	"net/http"
	"net/http/httptest"
	"testing"

	"example.org/greeting"
)

func TestGreetsOverHTTP(t *testing.T) {
	server := httptest.NewServer(http.HandlerFunc(greeting.Answer))
	defer server.Close()
	response, err := http.Get(server.URL + "/?name=Ada")
	if err != nil {
		t.Fatal(err)
	}
	if body, _ := io.ReadAll(response.Body); string(body) != "Hello, Ada!" {
		t.Fatal(string(body))
	}
}
