package main
import ("os";"path/filepath";"stagecraft/test/sitegen";"fmt")
func main(){ s,err:=forHugo(sitegen.Generate(1000,1)); if err!=nil{panic(err)}; for n,d:=range s {p:=filepath.Join("/dev/shm/peek/h1000",n);os.MkdirAll(filepath.Dir(p),0o755);os.WriteFile(p,d,0o644)}; fmt.Println(len(s))}
