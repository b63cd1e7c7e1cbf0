package greeting

import (
	"net/http/httptest"
	"testing"
)

func TestGreetsByName(t *testing.T) {
	if got := Greet("Ada"); got != "Hello, Ada!" {
		t.Fatal(got)
	}
}

func TestGreetsNobody(t *testing.T) {
	recorder := httptest.NewRecorder()
	Answer(recorder, httptest.NewRequest("GET", "/", nil))
	if got := recorder.Body.String(); got != "Hello!" {
		t.Fatal(got)
	}
}
