#include "app/demo_people.h"

namespace app {
namespace {

constexpr DemoPerson people[] = {
    {"Olivia", "Officer", "olivia.officer", "EO"},
    {"Ade", "Assistant", "ade.assistant", "EO"},
    {"Siân", "Specimen-Jones", "sian.specimen", "EO"},
    {"Sam", "Leader", "sam.leader", "SLT"},
    {"Łukasz", "Example", "lukasz.example", "SLT"},
    {"Priya", "Placeholder", "priya.placeholder", "SLT"},
    {"Ivy", "Invigilator", "ivy.invigilator", "INV"},
    {"Niamh", "O'Sample", "niamh.osample", "INV"},
    {"伟", "李示例", "li.wei", "INV"},
    {"Zoë", "Specimen", "zoe.specimen", "INV"},
    {"Mohammed", "Example", "mohammed.example", "INV"},
    {"Grace", "Sample", "grace.sample", "INV"},
    {"Çağla", "Örnek", "cagla.ornek", "INV"},
    {"Jean-Luc", "Exemple", "jeanluc.exemple", "INV"},
    {"Aaliyah", "Placeholder", "aaliyah.placeholder", "INV"},
    {"Bronwen", "Sample", "bronwen.sample", "INV"},
    {"Callum", "Mockup", "callum.mockup", "INV"},
    {"Dilys", "Pattern", "dilys.pattern", "INV"},
    {"Ewan", "McSample", "ewan.mcsample", "INV"},
    {"Fatima", "Example", "fatima.example", "INV"},
    {"George", "Dummy", "george.dummy", "INV"},
    {"Harriet", "Template", "harriet.template", "INV"},
    {"Iqbal", "Sample", "iqbal.sample", "INV"},
    {"Joan", "Example", "joan.example", "INV"},
    {"Kwame", "Specimen", "kwame.specimen", "INV"},
    {"Linda", "Placeholder", "linda.placeholder", "INV"},
    {"Maeve", "Sample", "maeve.sample", "INV"},
    {"Nigel", "Example", "nigel.example", "INV"},
    {"Oksana", "Zrazok", "oksana.zrazok", "INV"},
    {"Peter", "Testcase", "peter.testcase", "INV"},
    {"Queenie", "Sample", "queenie.sample", "INV"},
    {"Rhys", "Example", "rhys.example", "INV"},
    {"Sunita", "Namuna", "sunita.namuna", "INV"},
    {"Thomas", "Placeholder", "thomas.placeholder", "INV"},
    {"Úna", "Specimen", "una.specimen", "INV"},
    {"Victor", "Sample", "victor.sample", "INV"},
    {"Winifred", "Example", "winifred.example", "INV"},
    {"Xanthe", "Template", "xanthe.template", "INV"},
    {"Yusuf", "Pattern", "yusuf.pattern", "INV"},
};

}  // namespace

std::span<const DemoPerson> demo_people() {
  return people;
}

}  // namespace app
