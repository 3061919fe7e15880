package glossary

import "testing"

func TestReadNames(t *testing.T) {
	for _, tt := range []struct {
		name, expansion string
		want            names
	}{
		{"EKS", "", names{"EKS", "", "EKS"}},
		{"EKS", "Elastic Kubernetes Service", names{"EKS", "Elastic Kubernetes Service", "EKS"}},
		{"EKS(Elastic Kubernetes Service)", "", names{"EKS", "Elastic Kubernetes Service", "EKS"}},
		{"Elastic Kubernetes Service (EKS)", "", names{"Elastic Kubernetes Service", "", "EKS"}},
		{"컨테이너（Container）", "", names{"컨테이너", "Container", ""}},
		{"스택 (자료 구조)", "", names{"스택 (자료 구조)", "", ""}},
		{"f(x)", "", names{"f(x)", "", ""}},
		{"(참고)", "", names{"(참고)", "", ""}},
		{"  가용\n영역 ", "", names{"가용 영역", "", ""}},
		{"가상 사설망", "VPN", names{"가상 사설망", "", "VPN"}},
	} {
		if got := readNames(tt.name, tt.expansion); got != tt.want {
			t.Errorf("readNames(%q, %q) = %+v, want %+v", tt.name, tt.expansion, got, tt.want)
		}
	}
}

func TestAbbreviates(t *testing.T) {
	for _, tt := range []struct {
		short, words string
		want         bool
	}{
		{"EKS", "Elastic Kubernetes Service", true},
		{"AMI", "Amazon Machine Image", true},
		{"S3", "Simple Storage Service", true},
		{"RBAC", "Role-Based Access Control", true},
		{"HTML", "HyperText Markup Language", true},
		{"SaaS", "Software as a Service", true},
		{"EKS", "Amazon EKS", false},
		{"EKS", "쿠버네티스", false},
		{"VM", "Very large thing", false},
		{"Pod", "Pod of Dolphins", false},
	} {
		if got := abbreviates(tt.short, tt.words); got != tt.want {
			t.Errorf("abbreviates(%q, %q) = %v, want %v", tt.short, tt.words, got, tt.want)
		}
	}
}
