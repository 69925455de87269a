package markdown
import ("testing";"fmt";"os";"stagecraft/internal/source";"stagecraft/internal/diag")
func TestTry(t *testing.T){
 b,_:=os.ReadFile("/tmp/try/in.md")
 f:=&source.File{Path:"a.md",Text:b}
 body,ds:=New(Options{}).Parse(f,0)
 for _,p:=range body.Pieces { if p.Hole.Kind!=NoHole {fmt.Printf("{{%v}}",p.Hole)} else {fmt.Print(p.HTML)} }
 fmt.Printf("\n%+v\n%+v\n%+v\n%d %q\n",body.Links,body.Blocks,body.Headings,body.Words,body.Lead)
 diag.Print(os.Stdout,ds,false)
}
