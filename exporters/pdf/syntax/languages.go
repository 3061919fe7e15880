package syntax

import "strings"

// language is how code is read.
type language struct {
	lines    []string    // what begins a comment to the end of the line
	blocks   [][2]string // what begins and ends other comments
	quotes   []string    // of strings, longer ones first
	keywords map[string]bool
	anyCase  bool
}

var (
	slashes  = []string{"//"}
	hash     = []string{"#"}
	dashes   = []string{"--"}
	stars    = [][2]string{{"/*", "*/"}}
	quotes   = []string{`"`, "'"}
	ticks    = []string{`"`, "'", "`"}
	triples  = []string{`"""`, "'''", `"`, "'"}
	markup   = [][2]string{{"<!--", "-->"}}
	noQuotes = []string{`"`}
)

// languages are those that notes have most, by the names that fences give.
var languages = table()

func table() map[string]*language {
	made := map[string]*language{}
	add := func(names string, l language, keywords string) {
		l.keywords = map[string]bool{}
		for word := range strings.FieldsSeq(keywords) {
			l.keywords[word] = true
		}
		for name := range strings.FieldsSeq(names) {
			made[name] = &l
		}
	}
	c := "auto break case char const continue default do double else enum extern float for goto if inline int long register return short signed sizeof static struct switch typedef union unsigned void volatile while NULL"
	add("c h", language{lines: slashes, blocks: stars, quotes: quotes}, c+" include define ifdef ifndef endif")
	add("cpp c++ cc hpp", language{lines: slashes, blocks: stars, quotes: quotes}, c+" bool catch class constexpr delete explicit false friend include mutable namespace new noexcept nullptr operator override private protected public template this throw true try typename using virtual")
	add("java", language{lines: slashes, blocks: stars, quotes: triples}, "abstract assert boolean break byte case catch char class const continue default do double else enum extends final finally float for if implements import instanceof int interface long native new null package private protected public record return short static super switch synchronized this throw throws true false try var void volatile while yield")
	add("kotlin kt", language{lines: slashes, blocks: stars, quotes: triples}, "as break by class companion continue data do else false for fun if import in interface internal is lateinit null object open override package private protected public return sealed super suspend this throw true try typealias val var when while")
	add("swift", language{lines: slashes, blocks: stars, quotes: triples}, "as break case catch class continue default defer do else enum extension false for func guard if import in init inout is let nil protocol private public return self static struct super switch throw throws true try typealias var where while async await")
	add("cs csharp c#", language{lines: slashes, blocks: stars, quotes: quotes}, "abstract as async await base bool break byte case catch char class const continue decimal default delegate do double else enum event explicit false finally float for foreach if implicit in int interface internal is lock long namespace new null object operator out override params private protected public readonly record ref return sealed short static string struct switch this throw true try typeof uint using var virtual void while")
	add("go golang", language{lines: slashes, blocks: stars, quotes: ticks}, "break case chan const continue default defer else fallthrough for func go goto if import interface map package range return select struct switch type var nil true false any error string int int64 byte bool")
	add("rust rs", language{lines: slashes, blocks: stars, quotes: noQuotes}, "as async await break const continue crate dyn else enum extern false fn for if impl in let loop match mod move mut pub ref return self Self static struct super trait true type unsafe use where while")
	js := "async await break case catch class const continue default delete do else export extends false finally for from function if import in instanceof let new null of return static super switch this throw true try typeof undefined var void while yield"
	add("js javascript jsx mjs node", language{lines: slashes, blocks: stars, quotes: ticks}, js)
	add("ts typescript tsx", language{lines: slashes, blocks: stars, quotes: ticks}, js+" abstract any as boolean declare enum implements interface is keyof namespace never number private protected public readonly string type unknown")
	add("dart", language{lines: slashes, blocks: stars, quotes: triples}, js+" abstract as bool double dynamic enum factory final int late mixin required String")
	add("php", language{lines: []string{"//", "#"}, blocks: stars, quotes: quotes}, "abstract array as break case catch class const continue default do echo else elseif extends false final fn for foreach function global if implements interface match namespace new null private protected public require return static switch this throw trait true try use while")
	add("scala", language{lines: slashes, blocks: stars, quotes: triples}, "abstract case class def do else extends false final for given if implicit import lazy match new null object override package private protected return sealed super this throw trait true try type val var while with yield")
	add("py python python3", language{lines: hash, quotes: triples}, "and as assert async await break case class continue def del elif else except False finally for from global if import in is lambda match None nonlocal not or pass raise return self True try while with yield")
	add("rb ruby", language{lines: hash, quotes: quotes}, "alias and begin break case class def do else elsif end ensure false for if in module next nil not or redo rescue retry return self super then true unless until when while yield")
	add("r", language{lines: hash, quotes: quotes}, "break else FALSE for function if in Inf library NA NaN next NULL repeat return TRUE while")
	add("sh bash shell zsh console terminal", language{lines: hash, quotes: quotes}, "case do done elif else esac export fi for function if in local return set then until while sudo cd echo exit")
	add("ps1 powershell", language{lines: hash, quotes: quotes, anyCase: true}, "begin break catch continue do else elseif end exit filter finally for foreach function if in param process return switch throw try until while")
	add("yaml yml", language{lines: hash, quotes: quotes}, "true false null yes no on off")
	add("toml ini properties", language{lines: []string{"#", ";"}, quotes: triples}, "true false")
	add("json jsonc json5", language{lines: slashes, blocks: stars, quotes: noQuotes}, "true false null")
	add("docker dockerfile", language{lines: hash, quotes: quotes}, "FROM AS RUN CMD LABEL EXPOSE ENV ADD COPY ENTRYPOINT VOLUME USER WORKDIR ARG ONBUILD STOPSIGNAL HEALTHCHECK SHELL")
	add("make makefile", language{lines: hash, quotes: quotes}, "ifeq ifneq ifdef ifndef else endif include define endef export")
	add("hcl terraform tf", language{lines: []string{"#", "//"}, blocks: stars, quotes: noQuotes}, "resource data variable output provider module locals terraform for in if true false null")
	add("nginx", language{lines: hash, quotes: quotes}, "server location listen upstream proxy_pass root return if http events")
	add("sql mysql postgresql postgres plsql sqlite", language{lines: []string{"--", "#"}, blocks: stars, quotes: quotes, anyCase: true}, "add all alter and any as asc begin between by case cast column commit constraint create cross database default delete desc distinct drop else end exists explain foreign from full function grant group having if in index inner insert into is join key left like limit not null on or order outer over partition primary procedure references revoke right rollback select set table then top transaction trigger truncate union unique update values varchar view when where with int integer char text date")
	add("html xml svg vue", language{blocks: markup, quotes: noQuotes}, "html head body div span p a img ul ol li table tr td th form input button script style link meta title")
	add("css scss less", language{lines: slashes, blocks: stars, quotes: quotes}, "important media import keyframes auto none inherit flex grid block inline")
	add("lua", language{lines: dashes, blocks: [][2]string{{"--[[", "]]"}}, quotes: quotes}, "and break do else elseif end false for function if in local nil not or repeat return then true until while")
	add("hs haskell", language{lines: dashes, blocks: [][2]string{{"{-", "-}"}}, quotes: noQuotes}, "case class data deriving do else if import in infix instance let module newtype of then type where")
	add("asm nasm", language{lines: []string{";"}, quotes: quotes, anyCase: true}, "mov add sub mul div jmp je jne jz jnz call ret push pop cmp lea int section global")
	add("matlab octave", language{lines: []string{"%"}, quotes: quotes}, "break case catch classdef continue else elseif end for function global if otherwise return switch try while")
	add("proto protobuf", language{lines: slashes, blocks: stars, quotes: quotes}, "syntax package import message enum service rpc returns repeated optional oneof map string int32 int64 bool bytes")
	add("graphql", language{lines: hash, quotes: triples}, "query mutation subscription type input enum interface union scalar fragment on schema")
	return made
}
