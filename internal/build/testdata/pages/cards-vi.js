stagecraftCards({"field.channel":"Kênh","field.goals":"Mục tiêu","field.role":"Vai","field.stages":"Giai đoạn","field.synonyms":"Còn gọi là","kind.persona":"Chân dung","kind.term":"Thuật ngữ","kind.touchpoint":"Điểm chạm"},[
["vi/personas/linh.html","persona","","Chị Linh","Buys her first camera",["field.role","Office worker","field.goals","Quay chuyến đi"]],
["vi/touchpoints/checkout.html","touchpoint","en","Checkout","The fee.",["field.channel","Website","field.stages","Decision"]],
["vi/touchpoints/shop.html","touchpoint","en","Shop","",[]],
["vi/glossary/nps.html","term","en","Net promoter score","Promoters less detractors",["field.synonyms","NPS"]]
])

