package markdown
import ("testing";"math/rand/v2";"strings";"time";"stagecraft/internal/source")
func TestSearch(t *testing.T){
 tok:=[]string{"a","b ","[","]","(",")","![","[[","]]","*","_","**","~~","`","``","<","</",">","!","&","\\","\n","\n\n","  ","    ","- ","1. ","> ","#","# ","|","|-","-|-","---","===",":",": ","[^a]","[^a]: ","[a]: ","\"","'","<!--","-->","<a ","b=","http://a.b","www.","@","\t","{#a}","+ ","```","~~~","[!note]","x "}
 c:=New(Options{})
 end:=time.Now().Add(100*time.Second)
 n:=0
 for seed:=uint64(time.Now().UnixNano()); time.Now().Before(end); seed++ {
  r:=rand.New(rand.NewPCG(seed,7))
  mk:=func(k int) string { s:=""; for range k { s+=tok[r.IntN(len(tok))]}; return s}
  unit:=mk(1+r.IntN(4)); pre:=""; post:=""
  if r.IntN(2)==0 {pre=mk(r.IntN(4))}
  size:=1<<18
  text:=pre+strings.Repeat(unit,size/len(unit))
  if r.IntN(3)==0 { u2:=mk(1+r.IntN(3)); text+=strings.Repeat(u2,size/len(u2)) }
  text+=post
  if r.IntN(3)==0 { // paragraphs under limits
    u:=strings.Repeat(unit,r.IntN(240)+1); text=strings.Repeat(u+"\n\n", size/len(u)+1) }
  st:=processorTime(t)
  c.Parse(&source.File{Path:"a",Text:[]byte(text)},0)
  d:=processorTime(t)-st
  n++
  if d>600*time.Millisecond { t.Logf("%v %q + %q len %d", d, pre, unit, len(text)) }
 }
 t.Log(n)
}
