package pdf

import (
	"github.com/spf13/pflag"

	"recto/exporters/pdf/impose"
)

// Options say how cards are printed. The zero value is not ready: Flags sets
// the defaults.
type Options struct {
	Layout impose.Layout
	Sides  impose.Sides
}

// Flags registers the options of the format.
func (o *Options) Flags(fs *pflag.FlagSet) {
	o.Layout = impose.Layouts()[0]
	fs.Var(&o.Layout, "pdf-layout", "cards on a sheet: "+layoutNames())
	fs.Var(&o.Sides, "pdf-sides", "long-edge, short-edge (duplex), fronts-backs, two-files, fold (printed on one side) or fronts")
}

// check reports why the options cannot be met.
func (o *Options) check() error {
	return nil
}

func layoutNames() string {
	names := ""
	for i, l := range impose.Layouts() {
		if i > 0 {
			names += ", "
		}
		names += l.Name
	}
	return names
}
