# 部门的提问方式由 seeds/departments.tsv 给出；此处只记泛称
any: 哪个部门; 哪个单位; 哪个局; 哪个委
