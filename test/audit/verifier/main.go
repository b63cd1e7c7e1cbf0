// Verifies a log against its checkpoint with the code of Go's checksum database: verifier LOG CHECKPOINT KEY
package main

import (
	"bytes"
	"fmt"
	"os"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

func main() {
	if err := run(os.Args[1], os.Args[2], os.Args[3]); err != nil {
		fmt.Println(err)
		os.Exit(1)
	}
	fmt.Println("OK")
}

func run(logFile, checkpointFile, key string) error {
	verifier, err := note.NewVerifier(key)
	if err != nil {
		return err
	}
	signed, err := os.ReadFile(checkpointFile)
	if err != nil {
		return err
	}
	opened, err := note.Open(signed, note.VerifierList(verifier))
	if err != nil {
		return err
	}
	var origin, root string
	var size int64
	if _, err := fmt.Sscanf(opened.Text, "%s\n%d\n%s\n", &origin, &size, &root); err != nil {
		return err
	}
	if origin != verifier.Name() {
		return fmt.Errorf("origin is %s", origin)
	}
	log, err := os.ReadFile(logFile)
	if err != nil {
		return err
	}
	lines := bytes.Split(bytes.TrimSuffix(log, []byte("\n")), []byte("\n"))
	if int64(len(lines)) < size {
		return fmt.Errorf("the log has %d entries of %d", len(lines), size)
	}
	var stored []tlog.Hash
	reader := tlog.HashReaderFunc(func(indexes []int64) ([]tlog.Hash, error) {
		hashes := make([]tlog.Hash, len(indexes))
		for i, index := range indexes {
			hashes[i] = stored[index]
		}
		return hashes, nil
	})
	for i := int64(0); i < size; i++ {
		hashes, err := tlog.StoredHashes(i, lines[i], reader)
		if err != nil {
			return err
		}
		stored = append(stored, hashes...)
	}
	actual, err := tlog.TreeHash(size, reader)
	if err != nil {
		return err
	}
	if actual.String() != root {
		return fmt.Errorf("the root is %s, and not %s", actual, root)
	}
	return nil
}
